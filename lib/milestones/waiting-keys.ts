import { actorIn } from '#lib/access/roles.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { dated, dayIn } from '#lib/core/dated.ts'
import type { Language } from '#lib/format/language.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { Lateness } from '#lib/rules/lateness.ts'
import {
  mayAct,
  type SideCode,
  type Status,
  type Subject,
  type Verdict,
} from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'
import { isOwnReport } from './own-report.ts'
import { latenessOn, sideDays, withSideDay } from './side-days.ts'
import { twoKeys } from './two-keys.ts'
import { verdictsOn } from './verdicts-on.ts'

/** A milestone that waits for the key of the viewer's side: to be claimed, to be completed, or for the end of a dispute
 *  that the side itself began. */
export type WaitingKey = {
  code: string
  partnership: string
  title: Text
  sides: SideCode[]
  status: Status
  standing: Verdict[]
  percent: number | null
  due: Due | null
  lateness: Lateness
  today: string
  waitsFor: 'first-key' | 'second-key' | 'settlement'
  /** Of the act after which it waits, where that was done; of a first key the day of the report. */
  since: Due | null
}

type Row = WaitingKey & Subject & { partnershipId: string; ownReport: boolean }

const most = 100

/** Of the partnerships in which the viewer is staff; what waits longest first. A key on his own report waits for a colleague. */
export async function keysWaitingFor(
  tx: Tx,
  viewer: Viewer,
  partnerships: readonly string[],
  language: Language,
): Promise<WaitingKey[]> {
  const staffIn = partnerships.filter((partnership) => actorIn(viewer, partnership).staffOf.length > 0)
  if (staffIn.length === 0) return []
  const rows = await tx.$queryRaw<Row[]>`
    with ${twoKeys(staffIn)}, ${sideDays(staffIn)}
    select m.code, p.id::text as "partnershipId", p.code as partnership, text_in(m.title, ${language}) as title,
      two_keys.sides, m.status, ${verdictsOn(sql`m.id`)} as standing, m.percent, c.code as side, m.organisation_id::text as "organisationId",
      two_keys.needed, ${isOwnReport(sql`m.id`)} as "ownReport", ${dated(sql`m.due_on`, sql`m.due_precision`)} as due,
      ${latenessOn(sql`side_days.today`)} as lateness, side_days.today::text as today, w.waits_for as "waitsFor", 
      coalesce(${dayIn(sql`acted.country`, sql`w.since`)}, ${dated(sql`w.accepted_on`, sql`'day'`)}) as since
    from unnest(${staffIn}::uuid[]) here (id)
    cross join lateral (
      select * from waiting_keys w where w.partnership_id = here.id and w.country_id = ${viewer.country}::uuid
      order by w.since, w.accepted_on, w.code limit ${most}) w
    cross join lateral (select s.country_id as country from sides s where s.partnership_id = here.id
      and (s.country_id = w.country_id) = (w.waits_for = 'settlement') limit 1) acted
    join milestones m on m.id = w.milestone_id
    ${withSideDay}
    join partnerships p on p.id = m.partnership_id
    join two_keys on two_keys.audience_id = m.audience_id
    left join countries c on c.id = m.country_id
    order by w.since, w.accepted_on, w.code limit ${most}`
  return rows.flatMap(({ partnershipId, side, organisationId, needed, ownReport, ...row }) => {
    const subject = { ...row, side, organisationId, needed, ownReport }
    const act = row.waitsFor === 'settlement' ? 'withdraw' : 'confirm'
    return mayAct(act, subject, actorIn(viewer, partnershipId)).may ? [row] : []
  })
}
