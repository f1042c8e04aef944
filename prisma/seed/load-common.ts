/** What the whole installation knows: countries with their calendars, organisations. */
import type { z } from 'zod'
import { authentic, citations, idOf, textsOf, type Place, type SeedRecord } from './rows.ts'
import type { CalendarDay, Country, Organisation } from './shapes.ts'

export function countryRecord(country: z.infer<typeof Country>): SeedRecord {
  return [
    [
      'countries',
      [
        {
          id: idOf('country', country.code),
          code: country.code,
          code3: country.code3,
          numeric_code: country.numericCode,
          name: authentic(country.name),
          official_name: authentic(country.officialName),
          capital: authentic(country.capital),
          time_zone: country.timeZone,
          currency: country.currency,
          languages: country.languages,
          note: country.note ?? null,
        },
      ],
    ],
  ]
}

export function calendarDayRecord(day: z.infer<typeof CalendarDay>): SeedRecord {
  const source = day.name[day.authentic] ?? ''
  return [
    [
      'calendar_days',
      [
        {
          id: idOf('calendar-day', day.country, day.day, day.kind, source),
          country_id: idOf('country', day.country),
          day: day.day,
          name: textsOf(day.name, day.authentic),
          kind: day.kind,
          standing: day.standing,
          fixed_by_decree: day.fixedByDecree ?? false,
          basis: day.basis,
          citations: day.citations,
          note: day.note ?? null,
        },
      ],
    ],
  ]
}

export function organisationRecord(place: Place, organisation: z.infer<typeof Organisation>): SeedRecord {
  const id = idOf('organisation', organisation.key)
  return [
    [
      'organisations',
      [
        {
          id,
          audience_id: place.common,
          code: organisation.key.toUpperCase(),
          country_id: organisation.country === undefined ? null : idOf('country', organisation.country),
          joint_country_id:
            organisation.jointCountry === undefined ? null : idOf('country', organisation.jointCountry),
          kind: organisation.kind,
          iati_type: organisation.iatiType,
          name: textsOf(organisation.name),
          acronym: organisation.acronym ?? null,
          note: organisation.note ?? null,
        },
      ],
    ],
    citations(place, 'organisation_id', id, organisation.sources),
  ]
}
