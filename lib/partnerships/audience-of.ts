import { type Sql, sql } from '#lib/core/database.ts'

/** Who may see a record, as a JSON column: PartnershipAudience. `audience`: the record's audience_id. */
export const audienceOf = (audience: Sql): Sql => sql`(
  select json_build_object('kind', au.kind, 'side', ac.code)
  from audiences au left join countries ac on ac.id = au.country_id where au.id = ${audience})`

/** Is the record the viewer's own side's alone? What both sides count leaves it out. */
export const isOwn = (audience: Sql): Sql =>
  sql`exists (select from audiences au where au.id = ${audience} and au.kind = 'side')`
