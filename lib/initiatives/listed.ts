import { dated } from '#lib/core/dated.ts'
import { type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { groupsOfInitiatives, rollUp, type RollUp } from '#lib/directions/roll-up.ts'
import type { Language } from '#lib/format/language.ts'
import { isOwn } from '#lib/partnerships/audience-of.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { Stage, Standing } from '#lib/rules/initiative.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'

/** An amount as somebody published it: a decimal string, with the publisher's words. */
export type ReportedAmount = {
  amount: string
  currency: string
  kind: string | null
  qualifier: string | null
}

export type ListedInitiative = {
  code: string
  title: Text
  direction: { code: string; title: Text }
  standing: Standing
  standingOn: Due | null
  standingInferred: boolean
  /** None: not stated. */
  stages: Stage[]
  /** ISO 3166-2; none: not stated. */
  regions: string[]
  /** In the source's own words. */
  location: string | null
  /** Of several reported ones, the one that counts. */
  value: ReportedAmount | null
  /** Who leads it, in the order of the sides. `side`: for which. */
  leads: { code: string; name: Text; acronym: string | null; side: SideCode | null }[]
  inferred: boolean
  own: boolean
  rolled: RollUp
}

/** With what their milestones come to, by code, the first `most` of them. `which`: a condition on the initiative `i`. */
export async function listedInitiatives(
  tx: Tx,
  partnership: string,
  which: Sql,
  language: Language,
  most = 300,
): Promise<ListedInitiative[]> {
  const initiatives = await tx.$queryRaw<(Omit<ListedInitiative, 'rolled'> & { id: string })[]>`
    select i.id::text, i.code, text_in(i.title, ${language}) as title,
      json_build_object('code', d.code, 'title', text_in(d.title, ${language})) as direction, i.standing,
      ${dated(sql`i.standing_on`, sql`i.standing_precision`)} as "standingOn",
      i.standing_inferred as "standingInferred", i.stages, i.regions, i.location,
      (select json_build_object('amount', v.amount::text, 'currency', v.currency, 'kind', v.kind, 'qualifier', v.qualifier)
        from reported_values v where v.initiative_id = i.id and v.about = 'value' and v.counts) as value,
      coalesce((select json_agg(json_build_object('code', o.code, 'name', text_in(o.name, ${language}),
          'acronym', o.acronym, 'side', c.code) order by s.position, b.position)
        from initiative_bodies b join organisations o on o.id = b.organisation_id
        left join countries c on c.id = b.country_id
        left join sides s on s.country_id = b.country_id and s.partnership_id = i.partnership_id
        where b.initiative_id = i.id and b.role = 'lead'), '[]') as leads,
      i.inferred, ${isOwn(sql`i.audience_id`)} as own
    from initiatives i join directions d on d.id = i.direction_id
    where i.partnership_id = ${partnership}::uuid and i.archived_at is null and ${which}
    order by i.code collate "C" limit ${most}`
  const ids = initiatives.map(({ id }) => id)
  const groups = await groupsOfInitiatives(tx, partnership, ids)
  return initiatives.map(({ id, ...initiative }) => ({
    ...initiative,
    rolled: rollUp(groups.filter(({ key }) => key === id)),
  }))
}
