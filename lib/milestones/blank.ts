import { z } from 'zod'
import { keepsPlan } from '#lib/access/roles.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { Code } from '#lib/core/fields.ts'
import type { Language } from '#lib/format/language.ts'
import { audienceOf } from '#lib/partnerships/audience-of.ts'
import { plannedPartnership } from '#lib/partnerships/planned.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import type { Text } from '#lib/rules/texts.ts'
import type { PartnershipAudience } from '#lib/rules/visibility.ts'
import { offeredForMilestone } from './offered.ts'

export type BlankMilestone = Answer<typeof blankMilestone>

/** The form of a new milestone, for whoever may make one in this initiative. */
export const blankMilestone = question({
  name: 'milestones.blank',
  input: z.object({ partnership: Code, initiative: Code }),
  async about({ tx, viewer, input, language }) {
    const partnership = await plannedPartnership(tx, viewer, input.partnership)
    const initiative = partnership && (await initiativeFor(tx, partnership.id, input.initiative, language))
    if (!initiative) return undefined
    const kind = initiative.audience.kind === 'side' ? 'side' : 'shared'
    return keepsPlan(viewer, partnership.id, kind) ? { partnership, initiative } : undefined
  },
  async answer({ tx, viewer, record: { partnership, initiative }, language }) {
    const { id, ...shown } = initiative
    const of = { initiative: id, but: null }
    return { initiative: shown, offered: await offeredForMilestone(tx, viewer, partnership, of, language) }
  },
})

type InitiativeFor = { id: string; code: string; title: Text; audience: PartnershipAudience }

async function initiativeFor(tx: Tx, partnership: string, code: string, language: Language) {
  const [initiative] = await tx.$queryRaw<InitiativeFor[]>`
    select i.id::text, i.code, text_in(i.title, ${language}) as title, ${audienceOf(sql`i.audience_id`)} as audience
    from initiatives i
    where i.code = ${code} and i.partnership_id = ${partnership}::uuid and i.archived_at is null`
  return initiative
}
