import { z } from 'zod'
import { sideAdmin } from '#lib/access/roles.ts'
import { inAlphabetOf } from '#lib/core/alphabet.ts'
import { sql } from '#lib/core/database.ts'
import { Code } from '#lib/core/fields.ts'
import { writtenIn } from '#lib/countries/written-in.ts'
import { isOwn } from '#lib/partnerships/audience-of.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import type { PlainDate } from '#lib/rules/due-date.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { EditableTexts, Text } from '#lib/rules/texts.ts'
import { ofCountry } from './administered-list.ts'

export type OrganisationAdministered = Answer<typeof administeredOrganisation>

type Found = {
  code: string
  version: string
  name: Text
  names: EditableTexts
  acronym: string | null
  kind: string
  iatiType: string
  countries: SideCode[]
  isArchived: boolean
  posts: PostInOrganisation[]
  archivedPosts: { id: string; title: Text }[]
  /** What depends on it, as far as the viewer sees it; a side's own records he does not. */
  depends: {
    leadsSides: string[]
    initiatives: number
    milestones: number
    openMilestones: number
    finance: number
    decisions: number
  }
}

/** `holder`: who has it today. */
export type PostInOrganisation = {
  id: string
  title: Text
  holder: { person: string; name: string; to: PlainDate | null } | null
  roles: { role: string; partnership: string | null }[]
}

/** One organisation of the admin's country: what it is, its posts, and what depends on it. */
export const administeredOrganisation = question({
  name: 'organisations.administered',
  input: z.object({ organisation: Code }),
  async about({ tx, viewer, input, language }) {
    if (!sideAdmin(viewer)) return undefined
    const [organisation] = await tx.$queryRaw<Found[]>`
      select o.code, o.version::text, text_in(o.name, ${language}) as name, texts_to_edit(o.name) as names, o.acronym,
        o.kind, o.iati_type as "iatiType", o.archived_at is not null as "isArchived",
        array(select c.code from countries c where c.id in (o.country_id, o.joint_country_id)
          order by c.id = o.joint_country_id) as countries,
        coalesce((select json_agg(json_build_object('id', po.id, 'title', text_in(po.title, ${language}),
            'holder', (select json_build_object('person', pe.id, 'name', pe.name, 'to', a.to_on)
              from appointments a join people pe on pe.id = a.person_id
              where a.post_id = po.id
                and (now() at time zone 'UTC')::date between a.from_on and coalesce(a.to_on, 'infinity') limit 1),
            'roles', (select coalesce(json_agg(json_build_object('role', g.role, 'partnership', p.code)
                order by p.code, g.role), '[]')
              from grants g left join partnerships p on p.id = g.partnership_id
              where g.post_id = po.id and g.ended_at is null)) order by (text_in(po.title, ${language}) ->> 'text') ${inAlphabetOf(language)}, po.id)
          from posts po where po.organisation_id = o.id and po.archived_at is null
            and po.country_id = ${viewer.country}::uuid), '[]') as posts,
        coalesce((select json_agg(json_build_object('id', po.id, 'title', text_in(po.title, ${language}))
            order by (text_in(po.title, ${language}) ->> 'text') ${inAlphabetOf(language)}, po.id)
          from posts po where po.organisation_id = o.id and po.archived_at is not null
            and po.country_id = ${viewer.country}::uuid), '[]') as "archivedPosts",
        json_build_object(
          'leadsSides', array(select p.code from sides s join partnerships p on p.id = s.partnership_id
            where s.lead_organisation_id = o.id order by 1),
          'initiatives', (select count(distinct b.initiative_id) from initiative_bodies b
            join initiatives i on i.id = b.initiative_id
            where b.organisation_id = o.id and i.archived_at is null and not ${isOwn(sql`i.audience_id`)}),
          'milestones', (select count(*) from milestones m where m.organisation_id = o.id and m.archived_at is null
            and not ${isOwn(sql`m.audience_id`)}),
          'openMilestones', (select count(*) from milestones m where m.organisation_id = o.id
            and m.archived_at is null and m.status not in ('completed', 'cancelled') and not ${isOwn(sql`m.audience_id`)}),
          'finance', (select count(*) from finance_records f where o.id in (f.provider_id, f.receiver_id)
            and f.archived_at is null and not ${isOwn(sql`f.audience_id`)}),
          'decisions', (select count(*) from decision_bodies d where d.organisation_id = o.id
            and not ${isOwn(sql`d.audience_id`)})) as depends
      from organisations o where o.code = ${input.organisation} and ${ofCountry(viewer)}`
    return organisation
  },
  answer: async ({ tx, viewer, record }) => ({
    ...record,
    /** For the forms: in which names are kept. */
    languages: await writtenIn(tx, viewer.country),
  }),
})
