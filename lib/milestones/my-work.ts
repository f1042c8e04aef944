import { z } from 'zod'
import { heldIn, type Viewer } from '#lib/access/viewer.ts'
import { sql } from '#lib/core/database.ts'
import { together, type Tx } from '#lib/core/transaction.ts'
import { dated, dayIn } from '#lib/core/dated.ts'
import type { Language } from '#lib/format/language.ts'
import { type ShownPost, shownPost } from '#lib/people/shown-post.ts'
import { reportsWaitingFor } from '#lib/progress-reports/waiting.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import type { Due } from '#lib/rules/due-date.ts'
import { type Duty, dutyOf } from '#lib/rules/duty.ts'
import type { Lateness } from '#lib/rules/lateness.ts'
import type { BlockCause, SideCode, Status, Verdict } from '#lib/rules/milestone-status.ts'
import { byDueDate } from '#lib/rules/order.ts'
import type { Text } from '#lib/rules/texts.ts'
import { officialIn, owedBy } from './owed.ts'
import { ownAskings } from './own-askings.ts'
import { slipDays } from './slip-of.ts'
import { changesWaitingFor } from './waiting-changes.ts'
import { keysWaitingFor } from './waiting-keys.ts'
import { twoKeys } from './two-keys.ts'
import { verdictsOn } from './verdicts-on.ts'

export type MyWork = Answer<typeof myWork>

/** An open milestone of a body of which the viewer is an official. */
export type OwedMilestone = {
  duty: Duty
  code: string
  partnership: string
  title: Text
  sides: SideCode[]
  needed: SideCode[]
  status: Status
  blockCause: BlockCause | null
  standing: Verdict[]
  percent: number | null
  due: Due | null
  /** Calendar days, of the changes that moved it. */
  slip: number
  lateness: Lateness
  today: string
  lastReport: {
    state: 'submitted' | 'accepted' | 'returned'
    percent: number
    /** Sent or decided, as the day was on this side. */
    day: Due
    /** Of the return. */
    reason: string | null
    /** Whose step it waits for; null: any staff of the side, or none. */
    step: ShownPost | null
  } | null
}

/** Everything that waits for this viewer, in all his partnerships: what he owes as an official, by date; the reports
 *  that wait for a step of his; the milestones that wait for his side's key; what was asked about a milestone and waits for
 *  his side's answer; the dates that he asked for himself. */
export const myWork = question({
  name: 'milestones.my-work',
  isKept: true,
  input: z.object({}),
  within: (_, viewer) => heldIn(viewer),
  about: async ({ viewer }) => viewer,
  async answer({ tx, viewer, language }) {
    const partnerships = [...new Set(viewer.held.flatMap(({ partnership }) => partnership ?? []))]
    const work = await together({
      owed: milestonesOwedBy(tx, viewer, language), // first: while its rows are read, the rest is found
      bodies: bodiesOf(tx, viewer, language),
      steps: reportsWaitingFor(tx, viewer, partnerships, language),
      keys: keysWaitingFor(tx, viewer, partnerships, language),
      changes: changesWaitingFor(tx, viewer, partnerships, language),
      askings: ownAskings(tx, viewer, language),
    })
    return {
      ...work,
      /** Has the viewer any duty at all? An observer has none. */
      hasDuties: viewer.held.some(({ role }) => role === 'official' || role === 'staff'),
      isOfficial: viewer.held.some(({ role }) => role === 'official'),
    }
  },
})

/** The organisations of which the viewer is an official. */
async function bodiesOf(
  tx: Tx,
  viewer: Viewer,
  language: Language,
): Promise<{ name: Text; side: SideCode | null }[]> {
  const official = viewer.held.filter(({ role }) => role === 'official')
  return tx.$queryRaw<{ name: Text; side: SideCode | null }[]>`
    select text_in(o.name, ${language}) as name, c.code as side
    from organisations o left join countries c on c.id = o.country_id
    where o.id = any(${official.map(({ organisation }) => organisation)}::uuid[]) order by o.code`
}

type Row = Omit<OwedMilestone, 'duty'>

async function milestonesOwedBy(tx: Tx, viewer: Viewer, language: Language): Promise<OwedMilestone[]> {
  const partnerships = officialIn(viewer)
  if (partnerships.length === 0) return []
  const rows = await tx.$queryRaw<Row[]>`
    with ${twoKeys(partnerships)}, ${owedBy(viewer, partnerships)}
    select m.code, p.code as partnership, text_in(m.title, ${language}) as title,
      two_keys.sides, two_keys.needed, m.status, m.block_cause as "blockCause",
      ${verdictsOn(sql`m.id`)} as standing, m.percent,
      ${dated(sql`m.due_on`, sql`m.due_precision`)} as due, m.lateness, m.today::text,
      ${slipDays(sql`m.id`)} as slip,
      case when m.report_id is not null then json_build_object('state', m.report_state, 'percent', m.report_percent,
        'day', ${dayIn(sql`${viewer.country}::uuid`, sql`m.reported_at`)},
        'reason', case when m.report_state = 'returned' then (
          select s.reason from report_steps s where s.report_id = m.report_id and s.act = 'returned') end,
        'step', case when m.report_state = 'submitted' then (select ${shownPost(sql`h.post_id`, language)}
          from report_chains h where h.report_id = m.report_id
            and h.position = (select count(*) from report_steps s where s.report_id = m.report_id)) end) end as "lastReport"
    from owed m join partnerships p on p.id = m.partnership_id
    join two_keys on two_keys.audience_id = m.audience_id`
  return rows
    .map((row) => ({ ...row, duty: dutyIn(row) }))
    .toSorted((a, b) => byDueDate(inOrder(a), inOrder(b)))
}

function dutyIn({ status, lateness, due, lastReport, today }: Row): Duty {
  return dutyOf({ status, lateness, dueOn: due?.on ?? null, lastReport: lastReport?.state ?? null }, today)
}

const inOrder = ({ lateness, due, code }: OwedMilestone) => ({ lateness, dueOn: due?.on ?? null, code })
