import { z } from 'zod'
import { adminOf } from '#lib/access/roles.ts'
import { decreesOf, movedIfDecreed } from '#lib/calendars/decrees.ts'
import { checkDays, decreedDays, decreeFields } from '#lib/calendars/fields.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { invalid } from '#lib/runner/invalid.ts'
import { question, type Answer } from '#lib/runner/question.ts'
import type { PlainDate } from '#lib/rules/due-date.ts'
import type { EditableTexts, Text } from '#lib/rules/texts.ts'
import { CountryCode } from './fields.ts'

export type CountryPage = Answer<typeof countryPage>

export type CalendarDay = {
  day: PlainDate
  name: Text
  kind: string
  standing: 'expected' | 'confirmed'
  basis: string
  citations: { url: string; title: string | null; publisher: string | null; date: string | null }[]
}

/** A country with one year of its calendar and the decrees that moved days. `year`: else this one. With `act=decree`
 *  and its fields, what a decree that is being typed would move, so that an admin sees it before he saves. */
export const countryPage = question({
  name: 'countries.country',
  input: z
    .object({
      country: CountryCode,
      year: z
        .string()
        .regex(/^(19|20|21)\d{2}$/)
        .optional()
        .catch(undefined),
      /** Of a decree that is being typed: `days[]` as the form has them. */
      act: z.literal('decree').optional().catch(undefined),
    })
    .loose(),
  about: async ({ tx, viewer, input, language }) =>
    adminOf(viewer) && shownCountry(tx, input.country, language),
  async answer({ tx, viewer, record: { id, ...country }, input, language }) {
    const year = input.year ?? country.today.slice(0, 4)
    return {
      country,
      depends: await dependsOn(tx, viewer, id),
      year,
      years: await yearsOf(tx, id, year),
      days: await daysOf(tx, id, year, language),
      decrees: await decreesOf(tx, id, language),
      proposed: input.act === 'decree' && 'days[]' in input ? await proposed(tx, id, input, language) : null,
    }
  },
})

const TypedDecree = z.object(decreeFields).superRefine(checkDays)

/** What is typed, what is wrong with it, and what it would move; null where something is wrong. */
async function proposed(tx: Tx, country: string, sent: Record<string, unknown>, language: Language) {
  const lists = { days: sent['days[]'], kinds: sent['kinds[]'], holidays: sent['holidays[]'] }
  const parsed = TypedDecree.safeParse({ ...sent, ...lists })
  const problem = parsed.success ? null : invalid(parsed.error)
  return {
    typed: Object.fromEntries(
      Object.entries(sent).flatMap(([name, value]) => (isTyped(value) ? [[name, value]] : [])),
    ),
    problem: problem && !problem.ok ? problem.problem : null,
    moves: parsed.success ? await movedIfDecreed(tx, country, decreedDays(parsed.data), language) : null,
  }
}

const isTyped = (value: unknown): value is string | string[] =>
  typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'))

type ShownCountry = {
  id: string
  code: string
  code3: string
  numericCode: string
  version: string
  name: Text
  officialName: Text
  capital: Text
  texts: { name: EditableTexts; officialName: EditableTexts; capital: EditableTexts }
  timeZone: string
  currency: string
  languages: string[]
  note: string | null
  isArchived: boolean
  partnerships: { code: string; title: Text }[]
  today: PlainDate
}

async function shownCountry(tx: Tx, code: string, language: Language): Promise<ShownCountry | undefined> {
  const [country] = await tx.$queryRaw<ShownCountry[]>`
    select c.id::text, c.code, c.code3, c.numeric_code as "numericCode", coalesce(c.version, c.id)::text as version,
      text_in(c.name, ${language}) as name, text_in(c.official_name, ${language}) as "officialName",
      text_in(c.capital, ${language}) as capital,
      json_build_object('name', texts_to_edit(c.name), 'officialName', texts_to_edit(c.official_name),
        'capital', texts_to_edit(c.capital)) as texts,
      c.time_zone as "timeZone", c.currency, c.languages, c.note,
      c.archived_at is not null as "isArchived", (now() at time zone c.time_zone)::date::text as today,
      coalesce((select json_agg(json_build_object('code', p.code, 'title', text_in(p.title, ${language})) order by p.code)
        from sides s join partnerships p on p.id = s.partnership_id where s.country_id = c.id), '[]') as partnerships
    from countries c where c.code = ${code}`
  return country
}

/** What belongs to it, beside the partnerships. `people`: who has an account; null: of a registry that is not the viewer's. */
export type CountryDepends = { organisations: number; archivedOrganisations: number; people: number | null }

async function dependsOn(tx: Tx, viewer: Viewer, country: string): Promise<CountryDepends> {
  const [depends] = await tx.$queryRaw<CountryDepends[]>`
    select count(*) filter (where o.archived_at is null)::int as organisations,
      count(*) filter (where o.archived_at is not null)::int as "archivedOrganisations",
      case when ${country}::uuid = ${viewer.country}::uuid then (
        select count(*)::int from people where country_id = ${country}::uuid and deactivated_at is null) end as people
    from organisations o where ${country}::uuid in (o.country_id, o.joint_country_id)`
  return depends ?? { organisations: 0, archivedOrganisations: 0, people: null }
}

/** The years that the calendar knows, with how many of their days are expected only. */
async function yearsOf(tx: Tx, country: string, shown: string) {
  const years = await tx.$queryRaw<{ year: string; size: number; expected: number }[]>`
    select extract(year from day)::int::text as year, count(*)::int as size,
      count(*) filter (where standing = 'expected')::int as expected
    from calendar_days where country_id = ${country}::uuid and kind <> 'none' group by 1 order by 1`
  if (years.some(({ year }) => year === shown)) return years
  return [...years, { year: shown, size: 0, expected: 0 }].toSorted((a, b) => (a.year < b.year ? -1 : 1))
}

function daysOf(tx: Tx, country: string, year: string, language: Language) {
  return tx.$queryRaw<CalendarDay[]>`
    select d.day::text, text_in(d.name, ${language}) as name, d.kind, d.standing, d.basis, d.citations
    from calendar_days d
    where d.country_id = ${country}::uuid and d.kind <> 'none' and d.day between make_date(${Number(year)}::int, 1, 1)
      and make_date(${Number(year)}::int, 12, 31)
    order by d.day, d.kind limit 400`
}
