import { z } from 'zod'
import { inAlphabetOf } from '#lib/core/alphabet.ts'
import { administeredBy, sideAdmin } from '#lib/access/roles.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { Id } from '#lib/core/fields.ts'
import { writtenIn } from '#lib/countries/written-in.ts'
import type { Language } from '#lib/format/language.ts'
import { isOwn } from '#lib/partnerships/audience-of.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import type { Due, PlainDate } from '#lib/rules/due-date.ts'
import type { Text } from '#lib/rules/texts.ts'
import { mayFill, postLookedAt } from './seen.ts'

export type PostPage = Answer<typeof postPage>

type Found = {
  id: string
  version: string
  isArchived: boolean
  title: Text
  titles: Readonly<Record<string, Omit<Text, 'language'>>>
  organisation: { code: string; name: Text }
  today: PlainDate
  appointments: { id: string; person: string; name: string; from: PlainDate; to: PlainDate | null }[]
  roles: { grant: string; role: string; partnership: string | null; isOurs: boolean }[]
  /** Chains of acceptance steps that name it: their partnership, and which step. */
  steps: { partnership: string; position: number }[]
}

/** `all`: how many there are, of which the first are listed. */
type OpenMilestone = { code: string; partnership: string; title: Text; due: Due | null; all: number }

/** One post of the admin's country: who holds it, its roles, and what is open on it as far as the admin sees it. What a
 *  side keeps to itself its holder finds in My work. */
export const postPage = question({
  name: 'posts.post',
  input: z.object({ post: Id }),
  async about({ tx, viewer, input, language }) {
    if (!sideAdmin(viewer)) return undefined
    const ours = administeredBy(viewer)
    const [post] = await tx.$queryRaw<Found[]>`
      select po.id::text, po.version::text, po.archived_at is not null as "isArchived",
        text_in(po.title, ${language}) as title, texts_to_edit(po.title) as titles,
        json_build_object('code', o.code, 'name', text_in(o.name, ${language})) as organisation,
        (now() at time zone 'UTC')::date::text as today,
        coalesce((select json_agg(json_build_object('id', a.id, 'person', pe.id, 'name', pe.name, 'from', a.from_on,
            'to', a.to_on) order by a.from_on desc, a.id)
          from appointments a join people pe on pe.id = a.person_id where a.post_id = po.id), '[]') as appointments,
        coalesce((select json_agg(json_build_object('grant', g.id, 'role', g.role, 'partnership', p.code,
            'isOurs', coalesce(g.partnership_id = any(${ours}::uuid[]), false)) order by p.code, g.role)
          from grants g left join partnerships p on p.id = g.partnership_id
          where g.post_id = po.id and g.ended_at is null), '[]') as roles,
        coalesce((select json_agg(json_build_object('partnership', p.code, 'position', s.position)
            order by p.code, s.position)
          from partnerships p cross join lateral acceptance_chain(p.id) s
          where p.id = any(${ours}::uuid[]) and s.post_id = po.id), '[]') as steps
      from posts po join organisations o on o.id = po.organisation_id
      where po.id = ${input.post}::uuid and po.country_id = ${viewer.country}::uuid`
    return post
  },
  async answer({ tx, viewer, record, language }) {
    const seen = await postLookedAt(tx, viewer, record.id)
    return {
      ...record,
      isOwn: seen?.isOwn ?? false,
      /** False: it has a role that this viewer cannot give, so another admin says who holds it. */
      isOurs: seen !== undefined && mayFill(viewer, seen),
      holder: seen?.holder ?? null,
      open: await openOn(tx, record.id, language),
      successors: await successors(tx, viewer, language),
      partnerships: await tx.$queryRaw<{ code: string; title: Text }[]>`
        select code, text_in(title, ${language}) as title from partnerships
        where id = any(${administeredBy(viewer)}::uuid[]) order by code`,
      languages: await writtenIn(tx, viewer.country),
    }
  },
})

const most = 20

/** Open milestones of the post's body, where the post is an official's: what both sides see. */
async function openOn(
  tx: Tx,
  post: string,
  language: Language,
): Promise<{ all: number; milestones: OpenMilestone[] }> {
  const found = await tx.$queryRaw<OpenMilestone[]>`
    select m.code, p.code as partnership, text_in(m.title, ${language}) as title,
      ${dated(sql`m.due_on`, sql`m.due_precision`)} as due, count(*) over ()::int as all
    from posts po
    join grants g on g.post_id = po.id and g.ended_at is null and g.role = 'official'
    join partnerships p on p.id = g.partnership_id and p.archived_at is null
    join milestones m on m.partnership_id = g.partnership_id and m.organisation_id = po.organisation_id
    where po.id = ${post}::uuid and m.archived_at is null and m.status not in ('completed', 'cancelled')
      and not ${isOwn(sql`m.audience_id`)}
    order by m.due_on nulls last, m.code limit ${most}`
  return { all: found[0]?.all ?? 0, milestones: found }
}

/** Whom the post can be handed to: everybody of the country who is active, but not the viewer. */
function successors(
  tx: Tx,
  viewer: Viewer,
  language: Language,
): Promise<{ id: string; name: string; email: string }[]> {
  return tx.$queryRaw<{ id: string; name: string; email: string }[]>`
    select id::text, name, email from people
    where country_id = ${viewer.country}::uuid and deactivated_at is null and id <> ${viewer.person}::uuid
    order by name ${inAlphabetOf(language)}, id limit 2000`
}
