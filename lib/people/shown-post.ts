import { type Sql, sql } from '#lib/core/database.ts'
import type { Language } from '#lib/format/language.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'

/** A post as everybody sees it: never the person who holds it. `timeZone`: IANA, of its country; there a moment has
 *  its date. */
export type ShownPost = { title: Text; organisation: Text; side: SideCode; timeZone: string }

/** As a JSON column; null where `post`, a column, is null. */
export const shownPost = (post: Sql, language: Language): Sql => sql`(
  select json_build_object('title', text_in(po.title, ${language}), 'organisation', text_in(o.name, ${language}),
    'side', c.code, 'timeZone', c.time_zone)
  from posts po join organisations o on o.id = po.organisation_id join countries c on c.id = po.country_id
  where po.id = ${post})`
