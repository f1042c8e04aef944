import type { Viewer } from '#lib/access/viewer.ts'
import { actorIn } from '#lib/access/roles.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { dated, dayIn } from '#lib/core/dated.ts'
import type { Language } from '#lib/format/language.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { SideCode, Status, Verdict } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'
import { verdictsOn } from './verdicts-on.ts'

/** Another date, a cancellation or a restoration that waits for the staff of the viewer's side. */
export type WaitingChange = {
  /** Of the change. */
  id: string
  kind: 'date-to-put' | 'date' | 'cancel' | 'restore'
  code: string
  partnership: string
  title: Text
  sides: SideCode[]
  status: Status
  standing: Verdict[]
  percent: number | null
  due: Due | null
  /** The date asked for. */
  to: Due | null
  /** The day on which it was asked, as it was there. */
  since: Due
}

const most = 100

/** Of the partnerships in which the viewer is staff: what officials of his side ask for, and what the other side put; what
 *  waits longest first. Nobody's own asking waits for himself. */
export async function changesWaitingFor(
  tx: Tx,
  viewer: Viewer,
  partnerships: readonly string[],
  language: Language,
): Promise<WaitingChange[]> {
  const staffIn = partnerships.filter((partnership) => actorIn(viewer, partnership).staffOf.length > 0)
  if (staffIn.length === 0) return []
  return tx.$queryRaw<WaitingChange[]>`
    select open.id::text, open.kind, m.code, p.code as partnership, text_in(m.title, ${language}) as title,
      (select json_agg(sc.code order by s.position) from sides s join countries sc on sc.id = s.country_id
        where s.partnership_id = p.id) as sides,
      m.status, ${verdictsOn(sql`m.id`)} as standing, m.percent, ${dated(sql`m.due_on`, sql`m.due_precision`)} as due,
      ${dated(sql`open.to_on`, sql`open.to_precision`)} as to, ${dayIn(sql`open.country`, sql`open.at`)} as since
    from (
      select d.id, case d.state when 'asked' then 'date-to-put' else 'date' end as kind, d.milestone_id, d.to_on,
        d.to_precision, d.asked_at as at, d.asked_country_id as country
      from due_date_changes d
      where d.partnership_id = any(${staffIn}::uuid[]) and d.state in ('asked', 'put')
        and (d.state = 'asked') = (d.asked_country_id = ${viewer.country}::uuid)
        and not exists (select from signatures s where s.due_date_change_id = d.id and s.act = 'asked'
          and s.person_id = ${viewer.person}::uuid)
      union all
      select x.id, x.kind, x.milestone_id, null, null, x.asked_at, x.asked_country_id
      from status_changes x
      where x.partnership_id = any(${staffIn}::uuid[]) and x.state = 'put'
        and x.asked_country_id <> ${viewer.country}::uuid) open
    join milestones m on m.id = open.milestone_id and m.archived_at is null
    join partnerships p on p.id = m.partnership_id
    order by open.at, open.id limit ${most}`
}
