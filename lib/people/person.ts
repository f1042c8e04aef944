import { z } from 'zod'
import { inAlphabetOf } from '#lib/core/alphabet.ts'
import { sideAdmin } from '#lib/access/roles.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { Id } from '#lib/core/fields.ts'
import type { Language } from '#lib/format/language.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import type { PlainDate } from '#lib/rules/due-date.ts'
import type { Text } from '#lib/rules/texts.ts'
import { hashOfLink, tokenOfLink } from '#lib/access/one-time-link.ts'
import { closerOf, guardianOf, personLookedAt } from './seen.ts'

export type PersonPage = Answer<typeof personPage>

type Found = {
  id: string
  version: string
  name: string
  email: string
  language: string | null
  isDeactivated: boolean
  today: PlainDate
  appointments: {
    id: string
    post: string
    title: Text
    organisation: Text
    from: PlainDate
    to: PlainDate | null
    roles: { role: string; partnership: string | null }[]
  }[]
}

export type VacantPost = { id: string; title: Text; organisation: Text }

/** One person of the admin's country: the posts that he held and holds. `link`: of the one-time link that the viewer has
 *  just issued, its id. */
export const personPage = question({
  name: 'people.person',
  input: z.object({ person: Id, link: Id.optional().catch(undefined) }),
  async about({ tx, viewer, input, language }) {
    if (!sideAdmin(viewer)) return undefined
    const [person] = await tx.$queryRaw<Found[]>`
      select pe.id::text, pe.version::text, pe.name, pe.email, pe.language,
        pe.deactivated_at is not null as "isDeactivated", (now() at time zone 'UTC')::date::text as today,
        coalesce((select json_agg(json_build_object('id', a.id, 'post', po.id,
            'title', text_in(po.title, ${language}), 'organisation', text_in(o.name, ${language}),
            'from', a.from_on, 'to', a.to_on,
            'roles', (select coalesce(json_agg(json_build_object('role', g.role, 'partnership', p.code)
                order by p.code, g.role), '[]')
              from grants g left join partnerships p on p.id = g.partnership_id
              where g.post_id = po.id and g.ended_at is null)) order by a.from_on desc, a.id)
          from appointments a join posts po on po.id = a.post_id join organisations o on o.id = po.organisation_id
          where a.person_id = pe.id), '[]') as appointments
      from people pe where pe.id = ${input.person}::uuid and pe.country_id = ${viewer.country}::uuid`
    return person
  },
  async answer({ tx, viewer, record, input, language }) {
    const seen = await personLookedAt(tx, viewer, record.id)
    return {
      ...record,
      isViewer: record.id === viewer.person,
      /** False: the person has a role that this viewer cannot give, so another admin looks after him. */
      isOurs: seen !== undefined && guardianOf(viewer, seen) !== undefined,
      /** So too, but for roles in archived partnerships, which nobody can give. */
      isOursToClose: seen !== undefined && closerOf(viewer, seen) !== undefined,
      vacant: await vacantPosts(tx, viewer, language),
      link: input.link === undefined ? null : await freshLink(tx, viewer, record.id, input.link),
    }
  },
})

/** Posts of the country that nobody holds, today or later. */
function vacantPosts(tx: Tx, viewer: Viewer, language: Language): Promise<VacantPost[]> {
  return tx.$queryRaw<VacantPost[]>`
    select po.id::text, text_in(po.title, ${language}) as title, text_in(o.name, ${language}) as organisation
    from posts po join organisations o on o.id = po.organisation_id
    where po.country_id = ${viewer.country}::uuid and po.archived_at is null and o.archived_at is null
      and not exists (select from appointments a where a.post_id = po.id and a.to_on is null)
    order by o.code, (text_in(po.title, ${language}) ->> 'text') ${inAlphabetOf(language)}, po.id limit 500`
}

/** Shown to whoever issued it, on this one page, for ten minutes and while nobody has used it. */
async function freshLink(
  tx: Tx,
  viewer: Viewer,
  person: string,
  id: string,
): Promise<{ path: string; until: string } | null> {
  const token = tokenOfLink(id)
  const [link] = await tx.$queryRaw<{ until: string }[]>`
    select to_jsonb(l.until) as until from one_time_links l
    where l.id = ${id}::uuid and l.person_id = ${person}::uuid and l.token_hash = ${hashOfLink(id)}
      and l.issued_at > now() - interval '10 minutes'
      and exists (select from holder_of_link(${Buffer.from(token)}))
      and exists (select from answers a where a.person_id = ${viewer.person}::uuid and a.command = 'people.link'
        and a.id = l.id)`
  return link ? { path: `/sign-in/${token}`, until: link.until } : null
}
