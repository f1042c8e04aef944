import { z } from 'zod'
import { administeredBy, sideAdmin } from '#lib/access/roles.ts'
import { inAlphabetOf } from '#lib/core/alphabet.ts'
import { Code } from '#lib/core/fields.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import type { Text } from '#lib/rules/texts.ts'
import { chainVersion } from './chain-version.ts'

export type AcceptanceStepList = Answer<typeof acceptanceStepList>

export type PostOfChain = { id: string; title: Text; organisation: Text }

/** The chains of acceptance steps that the viewer keeps, one a partnership; there for the admin of a side alone. `post`
 *  null: any staff of the side. */
export const acceptanceStepList = question({
  name: 'acceptance-steps.list',
  /** `partnership`: the one whose form is open. */
  input: z.object({ partnership: Code.optional().catch(undefined) }),
  about: async ({ viewer }) => (sideAdmin(viewer) ? administeredBy(viewer) : undefined),
  async answer({ tx, viewer, record: ids, input, language }) {
    const chains = await tx.$queryRaw<
      {
        id: string
        code: string
        title: Text
        steps: { id: string; post: PostOfChain | null }[]
        posts: PostOfChain[]
      }[]
    >`
      select p.id::text, p.code, text_in(p.title, ${language}) as title,
        coalesce((select json_agg(json_build_object('id', s.id, 'post', case when po.id is not null then
            json_build_object('id', po.id, 'title', text_in(po.title, ${language}),
              'organisation', text_in(o.name, ${language})) end) order by s.position)
          from acceptance_chain(p.id) s left join posts po on po.id = s.post_id
          left join organisations o on o.id = po.organisation_id), '[]') as steps,
        coalesce((select json_agg(json_build_object('id', po.id, 'title', text_in(po.title, ${language}),
            'organisation', text_in(o.name, ${language})) order by o.code,
              (text_in(po.title, ${language}) ->> 'text') ${inAlphabetOf(language)}, po.id)
          from posts po join organisations o on o.id = po.organisation_id
          where po.country_id = ${viewer.country}::uuid and po.archived_at is null and exists (
            select from grants g where g.post_id = po.id and g.partnership_id = p.id and g.ended_at is null
              and g.role in ('official', 'staff'))), '[]') as posts
      from partnerships p where p.id = any(${ids}::uuid[]) order by p.code`
    return {
      side: viewer.side,
      opened: input.partnership,
      chains: chains.map((chain) => ({ ...chain, version: chainVersion(chain.id, chain.steps) })),
    }
  },
})
