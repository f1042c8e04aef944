import { z } from 'zod'
import { inAlphabetOf } from '#lib/core/alphabet.ts'
import { likeWords } from '#lib/core/like-words.ts'
import { adminOf } from '#lib/access/roles.ts'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import { Name } from '#lib/core/fields.ts'
import { question, type Answer } from '#lib/runner/question.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { Text } from '#lib/rules/texts.ts'

export type AdministeredPartnerships = Answer<typeof administeredPartnerships>
export type AdministeredPartnership = {
  code: string
  title: Text
  starts: Due
  ends: Due
  sides: string[]
  directions: number
  isArchived: boolean
  /** Sides that still wait for their first admin. */
  waiting: string[]
}

/** The partnerships of the installation, for its admin; `archived`: those that were put away. `words`: looked for in codes and
 *  titles of all languages. */
export const administeredPartnerships = question({
  name: 'partnerships.administered',
  input: z.object({
    words: Name.optional().catch(undefined),
    archived: z.literal('yes').optional().catch(undefined),
    act: z.string().optional().catch(undefined),
  }),
  about: async ({ viewer }) => adminOf(viewer),
  async answer({ tx, input: { words = '', archived, act }, language }) {
    const all = await tx.$queryRaw<(AdministeredPartnership & { found: boolean })[]>`
      select p.code, text_in(p.title, ${language}) as title, ${dated(sql`p.starts_on`, sql`p.starts_precision`)} as starts,
        ${dated(sql`p.ends_on`, sql`p.ends_precision`)} as ends,
        array(select c.code::text from sides s join countries c on c.id = s.country_id where s.partnership_id = p.id
          order by s.position) as sides,
        p.archived_at is not null as "isArchived",
        (select count(*)::int from directions d where d.partnership_id = p.id and d.archived_at is null) as directions,
        array(select c.code::text from unnest(sides_without_admin(p.id)) w join sides s on s.id = w
          join countries c on c.id = s.country_id order by s.position) as waiting,
        ${likeWords(sql`to_jsonb(p)`, ['code', 'title'], words)} as found
      from partnerships p order by p.code`
    const countries = await tx.$queryRaw<{ code: string; name: Text }[]>`
      select code, text_in(name, ${language}) as name from countries where archived_at is null
      order by (text_in(name, ${language}) ->> 'text') ${inAlphabetOf(language)}, code`
    const these = all.filter(({ isArchived }) => isArchived === (archived !== undefined))
    return {
      words,
      archived,
      isEmpty: all.length === 0,
      isOpening: act === 'open',
      total: these.length,
      partnerships: these.filter(({ found }) => found),
      countries,
    }
  },
})
