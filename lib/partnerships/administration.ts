import { z } from 'zod'
import { inAlphabetOf } from '#lib/core/alphabet.ts'
import { tokenOfLink } from '#lib/access/one-time-link.ts'
import { adminOf } from '#lib/access/roles.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { Code, Id } from '#lib/core/fields.ts'
import type { Language } from '#lib/format/language.ts'
import { isOwn } from '#lib/partnerships/audience-of.ts'
import { question, type Answer } from '#lib/runner/question.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { EditableTexts, Text } from '#lib/rules/texts.ts'

export type PartnershipAdministration = Answer<typeof partnershipAdministration>

export type AdministeredSide = {
  country: string
  lead: string | null
  /** Waits for its first admin. */
  lacksAdmin: boolean
  /** Its country's organisations: code and name. */
  organisations: { code: string; name: Text }[]
}

export type AdministeredDirection = {
  code: string
  version: string
  isAnchor: boolean
  title: Text
  texts: { title: EditableTexts; summary: EditableTexts | null }
  sectorCodes: string[]
  /** What hangs on it and both sides see. */
  initiatives: number
  milestones: number
  openMilestones: number
}

/** A partnership as the installation's admin keeps it. `link`: the id of the one-time link that he has just made, whose
 *  address is shown for a few minutes, to him alone. */
export const partnershipAdministration = question({
  name: 'partnerships.administration',
  input: z.object({ partnership: Code, link: Id.optional().catch(undefined) }),
  about: async ({ tx, viewer, input, language }) =>
    adminOf(viewer) && shownPartnership(tx, input.partnership, language),
  answer: async ({ tx, viewer, record: { id, ...partnership }, input, language }) => ({
    partnership,
    sides: await sidesOf(tx, id, language),
    directions: await directionsOf(tx, id, language),
    archivedDirections: await archivedDirectionsOf(tx, id, language),
    depends: await dependsOn(tx, viewer, id),
    link: input.link === undefined ? null : await linkMadeBy(tx, viewer.person, input.link),
  }),
})

type Shown = {
  id: string
  code: string
  version: string
  title: Text
  texts: { title: EditableTexts; programme: EditableTexts }
  programme: Text
  starts: Due
  ends: Due
  languages: string[]
  note: string | null
  isArchived: boolean
}

async function shownPartnership(tx: Tx, code: string, language: Language): Promise<Shown | undefined> {
  const [partnership] = await tx.$queryRaw<Shown[]>`
    select p.id::text, p.code, p.version::text, text_in(p.title, ${language}) as title,
      text_in(p.programme, ${language}) as programme,
      json_build_object('title', texts_to_edit(p.title), 'programme', texts_to_edit(p.programme)) as texts,
      ${dated(sql`p.starts_on`, sql`p.starts_precision`)} as starts,
      ${dated(sql`p.ends_on`, sql`p.ends_precision`)} as ends, p.languages, p.note,
      p.archived_at is not null as "isArchived"
    from partnerships p where p.code = ${code}`
  return partnership
}

function sidesOf(tx: Tx, partnership: string, language: Language) {
  return tx.$queryRaw<AdministeredSide[]>`
    select c.code as country, o.code as lead, s.id = any(sides_without_admin(s.partnership_id)) as "lacksAdmin",
      coalesce((select json_agg(json_build_object('code', b.code, 'name', text_in(b.name, ${language}))
          order by (text_in(b.name, ${language}) ->> 'text') ${inAlphabetOf(language)}, b.code)
        from organisations b where c.id in (b.country_id, b.joint_country_id) and b.archived_at is null), '[]')
        as organisations
    from sides s join countries c on c.id = s.country_id left join organisations o on o.id = s.lead_organisation_id
    where s.partnership_id = ${partnership}::uuid order by s.position`
}

function directionsOf(tx: Tx, partnership: string, language: Language) {
  return tx.$queryRaw<AdministeredDirection[]>`
    select d.code, d.version::text, d.is_anchor as "isAnchor", text_in(d.title, ${language}) as title,
      json_build_object('title', texts_to_edit(d.title), 'summary', texts_to_edit(d.summary)) as texts,
      d.sector_codes as "sectorCodes",
      (select count(*)::int from initiatives i where i.direction_id = d.id and i.archived_at is null
        and not ${isOwn(sql`i.audience_id`)}) as initiatives, m.size as milestones, m.open as "openMilestones"
    from directions d
    cross join lateral (select count(*)::int as size,
        count(*) filter (where m.status not in ('completed', 'cancelled'))::int as open
      from milestones m where m.partnership_id = d.partnership_id and m.direction_id = d.id and m.archived_at is null
        and not ${isOwn(sql`m.audience_id`)}) m
    where d.partnership_id = ${partnership}::uuid and d.archived_at is null order by d.position`
}

function archivedDirectionsOf(tx: Tx, partnership: string, language: Language) {
  return tx.$queryRaw<{ code: string; version: string; title: Text }[]>`
    select d.code, d.version::text, text_in(d.title, ${language}) as title from directions d
    where d.partnership_id = ${partnership}::uuid and d.archived_at is not null order by d.position`
}

export type PartnershipDepends = {
  /** What is open and both sides see. */
  initiatives: number
  milestones: number
  /** Sides that an organisation leads. */
  led: number
  /** Of the admin's own country, whose registry alone he sees: who has a role in it today. */
  people: number
  country: string
}

/** What depends on it, as far as the viewer sees it. */
async function dependsOn(tx: Tx, viewer: Viewer, partnership: string): Promise<PartnershipDepends> {
  const [depends] = await tx.$queryRaw<[Omit<PartnershipDepends, 'country'>]>`
    select
      (select count(*)::int from initiatives i where i.partnership_id = p.id and i.archived_at is null
        and i.standing not in ('completed', 'superseded', 'cancelled') and not ${isOwn(sql`i.audience_id`)}) as initiatives,
      (select count(*)::int from milestones m where m.partnership_id = p.id and m.archived_at is null
        and m.status not in ('completed', 'cancelled') and not ${isOwn(sql`m.audience_id`)}) as milestones,
      (select count(*)::int from sides s where s.partnership_id = p.id and s.lead_organisation_id is not null) as led,
      (select count(distinct pe.id)::int from grants g
        join posts po on po.id = g.post_id and po.archived_at is null
        join appointments a on a.post_id = g.post_id
          and (now() at time zone 'UTC')::date between a.from_on and coalesce(a.to_on, 'infinity')
        join people pe on pe.id = a.person_id and pe.deactivated_at is null
        where g.partnership_id = p.id and g.ended_at is null) as people
    from partnerships p where p.id = ${partnership}::uuid`
  return { ...depends, country: viewer.side }
}

async function linkMadeBy(tx: Tx, person: string, id: string): Promise<string | null> {
  const [answered] = await tx.$queryRaw<object[]>`
    select from answers where person_id = ${person}::uuid and command = 'people.appoint-first-admin'
      and id = ${id}::uuid and at > now() - interval '10 minutes'`
  return answered ? `/sign-in/${tokenOfLink(id)}` : null
}
