import { actorIn } from '#lib/access/roles.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { dated } from '#lib/core/dated.ts'
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
import { neededKeys } from './needed-keys.ts'
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
  /** ISO 8601, or a day. */
  since: string | null
}

type Row = Omit<WaitingKey, 'waitsFor'> & Subject & { partnershipId: string }

const most = 100

/** Of the partnerships in which the viewer is staff; what waits longest first. */
export async function keysWaitingFor(
  tx: Tx,
  viewer: Viewer,
  partnerships: readonly string[],
  language: Language,
): Promise<WaitingKey[]> {
  const staffIn = partnerships.filter((partnership) => actorIn(viewer, partnership).staffOf.length > 0)
  if (staffIn.length === 0) return []
  const rows = await tx.$queryRaw<Row[]>`
    with ${neededKeys(staffIn)}
    select m.code, p.id::text as "partnershipId", p.code as partnership, text_in(m.title, ${language}) as title,
      (select jsonb_agg(sc.code order by s.position) from sides s join countries sc on sc.id = s.country_id
        where s.partnership_id = p.id) as sides,
      m.status, ${verdictsOn(sql`m.id`)} as standing, m.percent, c.code as side, m.organisation_id::text as "organisationId",
      needed.keys as needed, ${dated(sql`m.due_on`, sql`m.due_precision`)} as due,
      m.lateness, m.today::text, coalesce(to_jsonb(key.at), to_jsonb(m.accepted_on)) as since
    from milestones_today m
    join partnerships p on p.id = m.partnership_id
    join needed on needed.audience_id = m.audience_id
    left join countries c on c.id = m.country_id
    left join lateral (select max(k.at) as at,
        coalesce(bool_or(k.country_id = ${viewer.country}::uuid), false) as own,
        coalesce(bool_or(k.country_id = ${viewer.country}::uuid and k.verdict = 'disputed'), false) as own_dispute
      from confirmations k
      where k.milestone_id = m.id and k.replaced_at is null and k.verdict <> 'withdrawn') key on true
    where m.partnership_id = any(${staffIn}::uuid[])
      -- as the index has it
      and (m.status in ('claimed', 'disputed') or m.status = 'in_progress' and m.percent = 100)
      and (m.status = 'claimed' and not key.own or m.status = 'disputed' and key.own_dispute
        or m.status = 'in_progress' and m.percent = 100 and coalesce(m.country_id = ${viewer.country}::uuid, true))
    order by key.at nulls last, m.accepted_on, m.code limit ${most}`
  return rows.flatMap(({ partnershipId, side, organisationId, needed, ...row }) => {
    const subject = { ...row, side, organisationId, needed }
    const actor = actorIn(viewer, partnershipId)
    const act = row.status === 'disputed' ? 'withdraw' : 'confirm'
    if (!mayAct(act, subject, actor).may) return []
    return [{ ...row, waitsFor: waits[row.status] ?? 'first-key' }]
  })
}

const waits: Partial<Record<Status, WaitingKey['waitsFor']>> = {
  claimed: 'second-key',
  disputed: 'settlement',
}
