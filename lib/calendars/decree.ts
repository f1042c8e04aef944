import { z } from 'zod'
import { adminOf } from '#lib/access/roles.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { LanguageCode, NewId, Version } from '#lib/core/fields.ts'
import { CountryCode } from '#lib/countries/fields.ts'
import { countrySeen, restsOnCountry } from '#lib/countries/seen.ts'
import { command } from '#lib/runner/command.ts'
import { done } from '#lib/runner/outcome.ts'
import { type DecreedDay, checkDays, decreedDays, decreeFields } from './fields.ts'
import { decreesOf, movesOf } from './decrees.ts'
import { calendarOf } from './moved.ts'

/** A decree that moves days of a country's calendar. From then on those days are confirmed, with the decree as their
 *  source; whatever counts working days counts them. */
export const decreeDays = command({
  name: 'calendars.decree',
  input: z
    .strictObject({
      id: NewId,
      country: CountryCode,
      version: Version,
      /** In which the holidays are named. */
      language: LanguageCode,
      ...decreeFields,
    })
    .superRefine(checkDays),
  about: ({ tx, input }) => countrySeen(tx, input.country),
  allow: adminOf,
  restsOn: restsOnCountry,
  async run({ tx, record: country, input, at }) {
    const decreed = decreedDays(input)
    const days = movesOf(await calendarOf(tx, country.id), decreed)
    await tx.$executeRaw`
      insert into decrees (id, country_id, title, number, decided_on, publisher, url, entered_at)
      values (${input.id}::uuid, ${country.id}::uuid, ${input.title}, ${input.number ?? null}, ${input.decidedOn}::date,
        ${input.publisher ?? null}, ${input.url}, ${at})`
    await tx.$executeRaw`
      insert into decree_days (id, decree_id, country_id, day, before, after, holiday)
      select new_id(), ${input.id}::uuid, ${country.id}::uuid, d.day, d.before, d.after, d.holiday
      from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as d (day date, before text, after text, holiday text)`
    await move(tx, country.id, decreed, input.language, {
      url: input.url,
      title: input.title,
      publisher: input.publisher ?? null,
      date: input.decidedOn,
    })
    // What another admin saw of this calendar is no longer what is there.
    await tx.$executeRaw`update countries set version = gen_random_uuid() where id = ${country.id}::uuid`
    return done(input.id)
  },
  async answer({ tx, input }) {
    const [country] = await tx.$queryRaw<{ id: string }[]>`
      select id::text from countries where code = ${input.country}`
    const decrees = country && (await decreesOf(tx, country.id, 'en'))
    const decree = decrees?.find(({ id }) => id === input.id)
    return decree && { country: input.country, ...decree }
  },
  next: ({ country, id }) => `/admin/countries/${country}?done=calendars.decree#decree-${id}`,
})

type Cited = { url: string; title: string; publisher: string | null; date: string }

/** First what those days were is taken back, then what they are now is written. Nothing is deleted: a day that is none any
 *  more stays as such, with the decree as its source. */
async function move(
  tx: Tx,
  country: string,
  decreed: readonly DecreedDay[],
  language: string,
  source: Cited,
): Promise<void> {
  const days = JSON.stringify(
    decreed.map(({ day, kind, holiday }) => ({
      day,
      kind,
      holiday,
      name: { [language]: { text: holiday, standing: 'authentic' } },
    })),
  )
  const cited = JSON.stringify([source])
  await tx.$executeRaw`
    update calendar_days c set standing = 'confirmed', fixed_by_decree = true, citations = c.citations || ${cited}::jsonb,
      kind = case when c.kind = d.kind or d.kind in ('holiday', 'substitute', 'additional') and c.kind not in ('working', 'none')
        then c.kind else 'none' end
    from jsonb_to_recordset(${days}::jsonb) as d (day date, kind text, holiday text, name jsonb)
    where c.country_id = ${country}::uuid and c.day = d.day and c.kind <> 'none'`
  await tx.$executeRaw`
    insert into calendar_days (id, country_id, day, name, kind, standing, fixed_by_decree, basis, citations)
    select new_id(), ${country}::uuid, d.day, d.name, d.kind, 'confirmed', true,
      case when d.kind = 'working' then d.holiday else 'decree' end, ${cited}::jsonb
    from jsonb_to_recordset(${days}::jsonb) as d (day date, kind text, holiday text, name jsonb)
    where d.kind <> 'none' and not exists (
      select from calendar_days c where c.country_id = ${country}::uuid and c.day = d.day
        and (c.kind = d.kind or d.kind <> 'working' and c.kind not in ('working', 'none')))
    on conflict (country_id, day, kind, basis, name) do nothing`
}
