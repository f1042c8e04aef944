import { z } from 'zod'
import type { Held, Role, Viewer } from '#lib/access/viewer.ts'
import { together, type Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { officialIn, owedBy } from '#lib/milestones/owed.ts'
import { changesWaitingFor } from '#lib/milestones/waiting-changes.ts'
import { keysWaitingFor } from '#lib/milestones/waiting-keys.ts'
import { reportsWaitingFor } from '#lib/progress-reports/waiting.ts'
import { question, type Answer } from '#lib/runner/question.ts'
import { dutiesNow, dutyOf, type Owed } from '#lib/rules/duty.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'

export type PartnershipsFrame = Answer<typeof partnershipsFrame>

/** What the frame around every page says: who is signed in, the partnerships that he sees, and how much waits for him. */
export const partnershipsFrame = question({
  name: 'partnerships.frame',
  isKept: true,
  input: z.object({}),
  about: async ({ viewer }) => viewer,
  async answer({ tx, viewer, language }) {
    const partnerships = await partnershipsOf(tx, viewer, language)
    const reviewed = partnerships.filter(({ isReviewer }) => isReviewer).map(({ id }) => id)
    const { reports, keys, changes, owed } = await together({
      reports: reportsWaitingFor(tx, viewer, reviewed, language),
      keys: keysWaitingFor(tx, viewer, reviewed, language),
      changes: changesWaitingFor(tx, viewer, reviewed, language),
      owed: owedNow(tx, viewer),
    })
    const waiting = [...reports.filter(({ may }) => may.may), ...keys, ...changes]
    const waitsIn = (code: string) => waiting.filter(({ partnership }) => partnership === code).length
    const hasDuties = viewer.held.some(({ role }) => role === 'official' || role === 'staff')
    return {
      person: viewer.person,
      name: viewer.name,
      side: viewer.side,
      role: roleOf(viewer.held),
      /** All of them. */
      roles: [...new Set(viewer.held.map(({ role }) => role))],
      partnerships: partnerships.map(({ code, title, sides, isArchived, isReviewer }) => ({
        code,
        title,
        sides,
        isArchived,
        /** Reports, keys and what was asked; null: nothing is ever reviewed by this viewer. */
        review: isReviewer ? waitsIn(code) : null,
      })),
      /** What is to be done now, everywhere; null: this viewer has no work here. */
      myWork: hasDuties ? owed + waiting.length : null,
    }
  },
})

type SeenPartnership = {
  id: string
  code: string
  title: Text
  sides: SideCode[]
  isArchived: boolean
  isReviewer: boolean
}

/** Those in which the viewer holds something come first, archived ones last. A reviewer is staff, or holds a post that a
 *  chain names; of what is archived nobody reviews anything. */
async function partnershipsOf(tx: Tx, { held }: Viewer, language: Language): Promise<SeenPartnership[]> {
  const ids = (of: Held[]) => of.flatMap(({ partnership }) => partnership ?? [])
  return tx.$queryRaw<SeenPartnership[]>`
    select p.id::text, p.code, text_in(p.title, ${language}) as title,
      of_p.sides,
      p.archived_at is not null as "isArchived",
      p.archived_at is null and (p.id = any(${ids(held.filter(({ role }) => role === 'staff'))}::uuid[]) or exists (
        select from acceptance_steps a where a.partnership_id = p.id and a.ended_at is null
          and a.post_id = any(${held.map(({ post }) => post)}::uuid[]))) as "isReviewer"
    from partnerships p
    left join (
      select s.partnership_id, json_agg(c.code order by s.position) as sides
      from sides s join countries c on c.id = s.country_id group by 1) of_p on of_p.partnership_id = p.id
    order by p.archived_at is not null, p.id = any(${ids(held)}::uuid[]) desc, p.code`
}

/** The role by which a person is called who has several. */
function roleOf(held: readonly Held[]): Role | null {
  const order: Role[] = ['staff', 'official', 'side_admin', 'admin', 'inside_observer', 'observer']
  return order.find((role) => held.some((one) => one.role === role)) ?? null
}

/** Milestones of the viewer's bodies that want something of him this month. */
async function owedNow(tx: Tx, viewer: Viewer): Promise<number> {
  const partnerships = officialIn(viewer)
  if (partnerships.length === 0) return 0
  const owed = await tx.$queryRaw<(Owed & { today: string })[]>`
    with ${owedBy(viewer, partnerships)}
    select m.status, m.lateness, m.due_on::text as "dueOn", m.today::text, m.report_state as "lastReport"
    from owed m`
  return owed.filter((one) => dutiesNow.includes(dutyOf(one, one.today))).length
}
