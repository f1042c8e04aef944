import { z } from 'zod'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import { question } from '#lib/runner/question.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'

export type ListedPartnership = {
  code: string
  title: Text
  programme: Text
  starts: Due
  ends: Due
  endsInferred: boolean
  /** In the order of the title. */
  sides: SideCode[]
  /** In order; what is no anchor cuts across them. */
  directions: { code: string; isAnchor: boolean; title: Text; summary: Text | null }[]
}

/** The partnerships that the viewer sees and that were not put away, each with its directions: to the anonymous, what was
 *  published. */
export const partnershipList = question({
  name: 'partnerships.list',
  input: z.object({}),
  about: async () => ({}),
  answer: ({ tx, language }) => tx.$queryRaw<ListedPartnership[]>`
    select p.code, text_in(p.title, ${language}) as title, text_in(p.programme, ${language}) as programme,
      ${dated(sql`p.starts_on`, sql`p.starts_precision`)} as starts,
      ${dated(sql`p.ends_on`, sql`p.ends_precision`)} as ends, p.ends_inferred as "endsInferred",
      (select json_agg(c.code order by s.position) from sides s join countries c on c.id = s.country_id
        where s.partnership_id = p.id) as sides,
      coalesce((select json_agg(json_build_object('code', d.code, 'isAnchor', d.is_anchor,
          'title', text_in(d.title, ${language}), 'summary', text_in(d.summary, ${language})) order by d.position)
        from directions d where d.partnership_id = p.id and d.archived_at is null), '[]') as directions
    from partnerships p where p.archived_at is null order by p.code`,
})
