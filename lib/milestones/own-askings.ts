import type { Viewer } from '#lib/access/viewer.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { dated } from '#lib/core/dated.ts'
import type { Language } from '#lib/format/language.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { SideCode, Status, Verdict } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'
import type { AskedState } from '#lib/rules/two-sides.ts'
import { verdictsOn } from './verdicts-on.ts'

/** A date that the viewer asked for, with its answer. */
export type OwnAsking = {
  id: string
  code: string
  partnership: string
  title: Text
  sides: SideCode[]
  status: Status
  standing: Verdict[]
  to: Due
  state: Exclude<AskedState, 'withdrawn' | 'before_release'>
  /** Why it was refused. */
  refusal: string | null
}

const most = 50

/** What is open, and what was answered in the last 30 days; the latest first. */
export function ownAskings(tx: Tx, viewer: Viewer, language: Language): Promise<OwnAsking[]> {
  return tx.$queryRaw<OwnAsking[]>`
    select d.id::text, m.code, p.code as partnership, text_in(m.title, ${language}) as title,
      (select json_agg(sc.code order by s.position) from sides s join countries sc on sc.id = s.country_id
        where s.partnership_id = p.id) as sides,
      m.status, ${verdictsOn(sql`m.id`)} as standing, ${dated(sql`d.to_on`, sql`d.to_precision`)} as to, d.state, d.refusal
    from signatures g
    join due_date_changes d on d.id = g.due_date_change_id
    join milestones m on m.id = d.milestone_id and m.archived_at is null
    join partnerships p on p.id = m.partnership_id and p.archived_at is null
    where g.person_id = ${viewer.person}::uuid and g.act = 'asked' and d.state in ('asked', 'put', 'agreed', 'refused')
      and (d.state in ('asked', 'put') or coalesce(d.agreed_at, d.refused_at) > now() - interval '30 days')
    order by d.asked_at desc, d.id limit ${most}`
}
