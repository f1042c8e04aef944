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
  input: z.object({ words: z.string().max(searchLength.max).catch('') }),
  about: async ({ viewer }) => viewer,
  async answer({ tx, input: { words }, language }) {
    const asked = words.trim()
    const found = asked.length < searchLength.min ? [] : await find(tx, asked, language)
    return { words: asked, results: found.slice(0, most), isMore: found.length > most }
  },
})

async function find(tx: Tx, words: string, language: Language): Promise<SearchResult[]> {
  return tx.$queryRaw<SearchResult[]>`
    with found as materialized (select record_table as kind, record_id as id, place from search(${words}, ${most + 1}))
    select f.kind, f.id::text, shown.*
    from found f cross join lateral (
      select p.code, to_jsonb(text_in(p.title, ${language})) as title, p.code as partnership, null::jsonb as within
      from partnerships p where f.kind = 'partnerships' and p.id = f.id
      union all
      select d.code, text_in(d.title, ${language}), p.code, text_in(p.title, ${language})
      from directions d join partnerships p on p.id = d.partnership_id where f.kind = 'directions' and d.id = f.id
      union all
      select i.code, text_in(i.title, ${language}), p.code, text_in(d.title, ${language})
      from initiatives i join partnerships p on p.id = i.partnership_id join directions d on d.id = i.direction_id
      where f.kind = 'initiatives' and i.id = f.id
      union all
      select m.code, text_in(m.title, ${language}), p.code, text_in(i.title, ${language})
      from milestones m join partnerships p on p.id = m.partnership_id join initiatives i on i.id = m.initiative_id
      where f.kind = 'milestones' and m.id = f.id
      union all
      select a.code, text_in(a.title, ${language}), p.code, null
      from agreements a join partnerships p on p.id = a.partnership_id where f.kind = 'agreements' and a.id = f.id
      union all
      select g.code, text_in(g.title, ${language}), p.code, null
      from meetings g join partnerships p on p.id = g.partnership_id where f.kind = 'meetings' and g.id = f.id
      union all
      select g.code, text_in(d.text, ${language}), p.code, text_in(g.title, ${language})
      from decisions d join meetings g on g.id = d.meeting_id join partnerships p on p.id = d.partnership_id
      where f.kind = 'decisions' and d.id = f.id
      union all
      select s.code, to_jsonb(s.title), p.code, to_jsonb(s.publisher)
      from sources s join partnerships p on p.id = s.partnership_id where f.kind = 'sources' and s.id = f.id
      union all
      (select o.code, text_in(o.name, ${language}), p.code, to_jsonb(o.acronym)
      from organisations o join partnerships p on o.country_id is null or exists (
        select from sides s where s.partnership_id = p.id and s.country_id in (o.country_id, o.joint_country_id))
      where f.kind = 'organisations' and o.id = f.id order by p.code limit 1)
    ) shown
    order by f.place`
}
