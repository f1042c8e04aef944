import { z } from 'zod'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { question, type Answer } from '#lib/runner/question.ts'
import { searchLength } from '#lib/rules/limits.ts'
import type { Text } from '#lib/rules/texts.ts'

export type SearchResults = Answer<typeof searchResults>

/** A record that was found. `code`: as its page's address has it; `partnership`: the code of the one in which it stands;
 *  `within`: the title of what it is a part of. */
export type SearchResult = {
  kind:
    | 'partnerships'
    | 'directions'
    | 'initiatives'
    | 'milestones'
    | 'organisations'
    | 'agreements'
    | 'meetings'
    | 'decisions'
    | 'sources'
  id: string
  code: string
  title: Text | string
  partnership: string
  within: Text | string | null
}

const most = 50

/** Whatever has these words in its code, title or name, in any language and as people type them; the best first. */
export const searchResults = question({
  name: 'search.results',
  isKept: true,
  input: z.object({ words: z.string().max(searchLength.max).catch('') }),
  about: async ({ viewer }) => viewer,
  async answer({ tx, input: { words }, language }) {
    const asked = words.trim()
    const found = asked.length < searchLength.min ? [] : await find(tx, asked, language)
    return { words: asked, results: found.slice(0, most), isMore: found.length > most }
  },
})

/** Each table is looked at once for all that was found, and the title in which many stand is chosen once. */
async function find(tx: Tx, words: string, language: Language): Promise<SearchResult[]> {
  return tx.$queryRaw<SearchResult[]>`
    with found as materialized (
      select kind, id, place from search(${words}, ${most + 1}) with ordinality s (kind, id, place)),
    partnership as materialized (select id, code, title, archived_at from partnerships),
    milestone as materialized (
      select f.place, m.id, m.code, m.title, m.partnership_id, m.initiative_id
      from found f join milestones m on m.id = f.id where f.kind = 'milestones'),
    initiative as materialized (
      select i.id, i.code, text_in(i.title, ${language}) as title, i.partnership_id, i.direction_id from initiatives i
      where i.id in (select id from found where kind = 'initiatives' union select initiative_id from milestone))
    select shown.kind, shown.id::text, shown.code, shown.title, p.code as partnership, shown.within
    from (
      select f.kind, f.place, f.id, p.code, text_in(p.title, ${language}) as title, p.id as partnership, null::jsonb as within
      from found f join partnership p on p.id = f.id where f.kind = 'partnerships'
      union all
      select f.kind, f.place, f.id, d.code, text_in(d.title, ${language}), p.id, text_in(p.title, ${language})
      from found f join directions d on d.id = f.id join partnership p on p.id = d.partnership_id where f.kind = 'directions'
      union all
      select f.kind, f.place, f.id, i.code, i.title, i.partnership_id, text_in(d.title, ${language})
      from found f join initiative i on i.id = f.id join directions d on d.id = i.direction_id where f.kind = 'initiatives'
      union all
      select 'milestones', m.place, m.id, m.code, text_in(m.title, ${language}), m.partnership_id, i.title
      from milestone m join initiative i on i.id = m.initiative_id
      union all
      select f.kind, f.place, f.id, a.code, text_in(a.title, ${language}), a.partnership_id, null
      from found f join agreements a on a.id = f.id where f.kind = 'agreements'
      union all
      select f.kind, f.place, f.id, g.code, text_in(g.title, ${language}), g.partnership_id, null
      from found f join meetings g on g.id = f.id where f.kind = 'meetings'
      union all
      select f.kind, f.place, f.id, g.code, text_in(d.text, ${language}), d.partnership_id, text_in(g.title, ${language})
      from found f join decisions d on d.id = f.id join meetings g on g.id = d.meeting_id where f.kind = 'decisions'
      union all
      select f.kind, f.place, f.id, s.code, to_jsonb(s.title), s.partnership_id, to_jsonb(s.publisher)
      from found f join sources s on s.id = f.id where f.kind = 'sources'
      union all
      select f.kind, f.place, f.id, o.code, text_in(o.name, ${language}), (
          select p.id from partnership p where o.country_id is null or exists (
            select from sides s where s.partnership_id = p.id and s.country_id in (o.country_id, o.joint_country_id))
          order by p.archived_at is not null, p.code limit 1), to_jsonb(o.acronym)
      from found f join organisations o on o.id = f.id where f.kind = 'organisations'
    ) shown join partnership p on p.id = shown.partnership
    order by shown.place`
}
