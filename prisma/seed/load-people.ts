/** Somebody for every role, to try Langar with. Nobody real: each is named after the role, and has no password. */
import type { z } from 'zod'
import { idOf, textsOf, type Place, type SeedRecord } from './rows.ts'
import type { Milestone, Organisation, Partnership } from './shapes.ts'

type Role = 'staff' | 'official' | 'observer' | 'side_admin' | 'admin'
type Demo = { role: Role; country: string; organisation: string; name: string; email: string }

const titles: Record<Role, Record<string, string>> = {
  staff: {
    en: 'Secretariat staff',
    uz: 'Kotibiyat xodimi',
    ru: 'Сотрудник секретариата',
    ko: '사무국 직원',
  },
  official: { en: 'Focal point', uz: 'Masʼul xodim', ru: 'Ответственный сотрудник', ko: '실무 담당자' },
  observer: { en: 'Observer', uz: 'Kuzatuvchi', ru: 'Наблюдатель', ko: '참관인' },
  side_admin: {
    en: 'Administrator of the side',
    uz: 'Tomon administratori',
    ru: 'Администратор стороны',
    ko: '자국 측 관리자',
  },
  admin: { en: 'Administrator', uz: 'Administrator', ru: 'Администратор', ko: '관리자' },
}

export type Programme = {
  partnership: z.infer<typeof Partnership>
  organisations: readonly z.infer<typeof Organisation>[]
  milestones: readonly z.infer<typeof Milestone>[]
  countryNames: ReadonlyMap<string, string>
}

export function demoRecords(place: Place, programme: Programme): SeedRecord[] {
  return demoPeople(programme).map((person) => demoRecord(place, person))
}

/** Of each side observer, staff and admin at the lead organisation, and an official of every body that still has
 *  something to do, of the lead organisation in any case; one admin of the installation, at the first side's. */
function demoPeople({ partnership, organisations, milestones, countryNames }: Programme): Demo[] {
  const open = new Set(
    milestones.filter(({ status }) => status !== 'completed').map(({ organisation }) => organisation),
  )
  return partnership.sides.flatMap(({ country, leadOrganisation }, index) => {
    const named = countryNames.get(country) ?? country
    const ofSide = (role: Role, name: string, local: string): Demo => ({
      role,
      country,
      organisation: leadOrganisation,
      name: `${name}, ${named}`,
      email: `${local}.${country.toLowerCase()}@example.org`,
    })
    const officials = organisations
      .filter(({ key, country: own }) => own === country && (open.has(key) || key === leadOrganisation))
      .map(({ key, name }): Demo => ({
        role: 'official',
        country,
        organisation: key,
        name: `Official, ${name.en ?? key}`,
        email: `official.${key}@example.org`,
      }))
    return [
      ofSide('staff', 'Staff', 'staff'),
      ...officials,
      ofSide('observer', 'Observer', 'observer'),
      ofSide('side_admin', 'Administrator of the side', 'side-admin'),
      ...(index === 0 ? [{ ...ofSide('admin', 'Administrator', 'admin'), email: 'admin@example.org' }] : []),
    ]
  })
}

function demoRecord(place: Place, person: Demo): SeedRecord {
  const country_id = idOf('country', person.country)
  const registry = { audience_id: country_id, country_id }
  const post_id = idOf('post', person.email)
  const person_id = idOf('person', person.email)
  return [
    [
      'posts',
      [
        {
          id: post_id,
          audience_id: place.common,
          country_id,
          organisation_id: idOf('organisation', person.organisation),
          title: textsOf(titles[person.role]),
        },
      ],
    ],
    ['people', [{ id: person_id, ...registry, name: person.name, email: person.email }]],
    [
      'appointments',
      [{ id: idOf('appointment', person.email), ...registry, post_id, person_id, from_on: '2024-06-14' }],
    ],
    [
      'grants',
      [
        {
          id: idOf('grant', person.email),
          ...registry,
          post_id,
          partnership_id: person.role === 'admin' ? null : place.partnership,
          role: person.role,
        },
      ],
    ],
  ]
}
