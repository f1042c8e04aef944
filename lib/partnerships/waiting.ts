import type { Viewer } from '#lib/access/viewer.ts'
import { sql } from '#lib/core/database.ts'
import { together, type Tx } from '#lib/core/transaction.ts'
import { dated, dayIn } from '#lib/core/dated.ts'
import type { Language } from '#lib/format/language.ts'
import { owedBy } from '#lib/milestones/owed.ts'
import { changesWaitingFor, type WaitingChange } from '#lib/milestones/waiting-changes.ts'
import { keysWaitingFor } from '#lib/milestones/waiting-keys.ts'
import { reportsWaitingFor } from '#lib/progress-reports/waiting.ts'
import { dutiesNow, type Duty, dutyOf, type Owed } from '#lib/rules/duty.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { Status, Verdict } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'
import type { SeenPartnership } from './seen.ts'
import { verdictsOn } from '#lib/milestones/verdicts-on.ts'

/** Something that waits for the viewer. */
export type WaitingItem = {
  kind: 'report' | 'first-key' | 'second-key' | 'settlement' | 'dispute' | WaitingChange['kind'] | Duty
  code: string
  title: Text
  status: Status
  standing: Verdict[]
  /** Of a report to accept, or of what was asked: its id, under which the review queue has it. */
  item: string | null
  /** Of a report to accept. */
  percent: number | null
  /** Since when it waits; of what an official owes, its due date. */
  since: Due | null
}

export type Waiting = {
  items: WaitingItem[]
  /** How many there are, of which the items are the first. */
  all: number
  /** Where all of them stand; null: this viewer has no duties here. */
  page: 'review' | 'my-work' | null
}

const most = 6

/** Reports for a step of his, milestones for his side's key, what was asked of his side, disputes of the other; for an official what was returned
 *  to him and what is due. */
export async function waitingFor(
  tx: Tx,
  viewer: Viewer,
  { id }: SeenPartnership,
  isReviewer: boolean,
  language: Language,
): Promise<Waiting> {
  const here = viewer.held.filter(({ partnership }) => partnership === id)
  const isStaff = here.some(({ role }) => role === 'staff')
  const isOfficial = here.some(({ role }) => role === 'official')
  const none = Promise.resolve([])
  const { reports, keys, changes, disputes, owed } = await together({
    reports: isReviewer ? reportsWaitingFor(tx, viewer, [id], language) : none,
    keys: keysWaitingFor(tx, viewer, [id], language),
    changes: changesWaitingFor(tx, viewer, [id], language),
    disputes: isStaff ? disputesOfOthers(tx, viewer, id, language) : none,
    owed: isOfficial ? owedNow(tx, viewer, id, language) : none,
  })
  const items = [
    ...reports
      .filter(({ may }) => may.may)
      .map(({ milestone, id: item, percent, since }) => ({
        ...milestone,
        kind: 'report' as const,
        item,
        percent,
        since,
      })),
    ...disputes,
    ...keys.map(({ waitsFor, ...key }) => ({ ...key, kind: waitsFor, item: null, percent: null })),
    ...changes.map(({ id: item, ...change }) => ({ ...change, item, percent: null })),
    ...owed,
  ]
  return {
    items: items.slice(0, most).map(shown),
    all: items.length,
    page: isReviewer ? 'review' : isOfficial ? 'my-work' : null,
  }
}

const shown = ({ kind, code, title, status, standing, item, percent, since }: WaitingItem): WaitingItem => ({
  kind,
  code,
  title,
  status,
  standing,
  item,
  percent,
  since,
})

/** What the other side disputes after the own side has confirmed it. */
function disputesOfOthers(
  tx: Tx,
  viewer: Viewer,
  partnership: string,
  language: Language,
): Promise<WaitingItem[]> {
  return tx.$queryRaw<WaitingItem[]>`
    select 'dispute' as kind, m.code, text_in(m.title, ${language}) as title, m.status, ${verdictsOn(sql`m.id`)} as standing,
      null as item, null::int as percent, ${dayIn(sql`w.country_id`, sql`w.since`)} as since
    from (
      select w.* from sides s cross join lateral (
        select * from waiting_keys w
        where w.partnership_id = s.partnership_id and w.country_id = s.country_id and w.waits_for = 'settlement'
        order by w.since, w.code limit 100) w
      where s.partnership_id = ${partnership}::uuid and s.country_id <> ${viewer.country}::uuid) w
    join milestones m on m.id = w.milestone_id
    order by w.since, w.code limit 100`
}

type OwedRow = Omit<WaitingItem, 'kind'> & Owed & { today: string }

/** Milestones of the viewer's bodies that want something of him this month. */
async function owedNow(
  tx: Tx,
  viewer: Viewer,
  partnership: string,
  language: Language,
): Promise<WaitingItem[]> {
  const rows = await tx.$queryRaw<OwedRow[]>`
    with ${owedBy(viewer, [partnership])}
    select m.code, text_in(m.title, ${language}) as title, m.status, ${verdictsOn(sql`m.id`)} as standing, null as item,
      null::int as percent, ${dated(sql`m.due_on`, sql`m.due_precision`)} as since,
      m.due_on::text as "dueOn", m.lateness, m.today::text, m.report_state as "lastReport"
    from owed m
    order by m.due_on nulls last, m.code`
  return rows
    .map((row) => ({ ...row, kind: dutyOf(row, row.today) }))
    .filter(({ kind }) => dutiesNow.includes(kind))
    .toSorted((a, b) => dutiesNow.indexOf(a.kind) - dutiesNow.indexOf(b.kind))
}
