import { createHash } from 'node:crypto'
import type pg from 'pg'
import { chainVersion } from '#lib/acceptance-steps/chain-version.ts'
import { versionIn } from '#tests/administering.ts'
import { world } from '#tests/access-matrix-world.ts'
import { asOwner, insert, newId, rows, texts } from '#tests/builders.ts'
import type { Given } from '#tests/sent.ts'

/** Of the records that access-matrix.md names, those that admins keep. */

const link = async (): Promise<Given> => {
  const token = newId()
  const home = world().country.UZ
  await asOwner(async (tx) => {
    const person_id = await insert(tx, 'people', {
      audience_id: home,
      country_id: home,
      name: 'Newcomer',
      email: `${token}@example.org`,
    })
    await insert(tx, 'one_time_links', {
      audience_id: home,
      person_id,
      token_hash: createHash('sha256').update(token).digest(),
      until: new Date(Date.now() + 3_600_000),
    })
  })
  return { names: { token } }
}

const ourOrganisation = async (home: 'UZ' | 'KR', held = false): Promise<Given> => {
  const code = `${home}-${newId().slice(0, 8).toUpperCase()}`
  const id = await asOwner((tx) =>
    insert(tx, 'organisations', {
      code,
      country_id: world().country[home],
      kind: 'ministry',
      iati_type: '10',
      name: texts('Ministry'),
    }),
  )
  if (held) await asOwner((tx) => appointed(tx, 'UZ', id))
  const [row] = await rows<{ version: string }>('select version from organisations where id = $1', id)
  return { names: { organisation: code }, version: row?.version ?? '' }
}

/** A post and who holds it; without a person nobody does. */
const appointed = async (tx: pg.PoolClient, home: 'UZ' | 'KR', organisation: string, person?: string) => {
  const country_id = world().country[home]
  const post_id = await insert(tx, 'posts', {
    country_id,
    organisation_id: organisation,
    title: texts('Post'),
  })
  const person_id = person ?? (await account(tx, home))
  const registry = { audience_id: country_id, country_id, post_id }
  const appointment = await insert(tx, 'appointments', { ...registry, person_id, from_on: '2024-06-14' })
  const partnership_id = world().partnership
  const grant = await insert(tx, 'grants', { ...registry, partnership_id, role: 'official' })
  return { post: post_id, person: person_id, appointment, grant }
}

const account = (tx: pg.PoolClient, home: 'UZ' | 'KR', more: object = {}) =>
  insert(tx, 'people', {
    audience_id: world().country[home],
    country_id: world().country[home],
    name: 'Somebody',
    email: `${newId()}@example.org`,
    ...more,
  })

const somebody = async (home: 'UZ' | 'KR', more: object = {}): Promise<Given> => {
  const person = await asOwner((tx) => account(tx, home, more))
  return { names: { person }, version: await versionIn('people', person) }
}

const vacantPost = async (): Promise<Given> => {
  const { country, organisation } = world()
  const post = await asOwner((tx) =>
    insert(tx, 'posts', {
      country_id: country.UZ,
      organisation_id: organisation.ministry,
      title: texts('Vacant'),
    }),
  )
  return { names: { post }, version: await versionIn('posts', post) }
}

const archived = async (table: 'posts' | 'organisations', given: Given): Promise<Given> => {
  const name = table === 'posts' ? given.names['post'] : given.names['organisation']
  await asOwner((tx) =>
    tx.query(
      `update ${table} set archived_at = now() where ${table === 'posts' ? 'id' : 'code'}::text = $1`,
      [name],
    ),
  )
  return given
}

const heldPost = async (): Promise<Given> => {
  const { post, appointment, grant } = await asOwner((tx) =>
    appointed(tx, 'UZ', world().organisation.ministry),
  )
  return { names: { post, grant }, version: appointment }
}

const adminsOwn = async (): Promise<Given> => {
  const { post, person } = world()
  const [one] = await rows<{ appointment: string; grant: string }>(
    `select a.id as appointment, g.id as grant from appointments a join grants g using (post_id) where a.post_id = $1`,
    post.admin,
  )
  const names = { post: post.admin, person: person.admin, grant: one?.grant ?? '' }
  return { names, version: one?.appointment ?? '' }
}

const chain = async (): Promise<Given> => {
  const id = world().partnership
  const steps = await rows<{ id: string }>(
    'select id from acceptance_steps where partnership_id = $1 and country_id = $2 and ended_at is null order by position',
    id,
    world().country.UZ,
  )
  return { names: {}, version: chainVersion(id, steps) }
}

/** A row's version as a page would show it. */
const codedVersion = async (
  table: 'countries' | 'partnerships' | 'directions',
  code: string,
): Promise<string> =>
  (
    await rows<{ version: string }>(
      `select coalesce(version, id)::text as version from ${table} where code = $1`,
      code,
    )
  )[0]?.version ?? ''
let directions = 0
const direction = async ({ isArchived = false } = {}): Promise<Given> => {
  directions += 1
  const code = String.fromCharCode(65 + Math.floor(directions / 26), 65 + (directions % 26))
  await asOwner((tx) =>
    insert(tx, 'directions', {
      audience_id: world().partnership,
      partnership_id: world().partnership,
      code,
      position: 100 + directions,
      title: texts(code),
      archived_at: isArchived ? '2026-01-01T00:00:00Z' : null,
    }),
  )
  return { names: { direction: `UZ-KR-${code}` }, version: await codedVersion('directions', code) }
}
let countries = 0
/** A country to which nothing belongs. */
const country = async ({ isArchived = false } = {}): Promise<Given> => {
  countries += 1
  const code = String.fromCharCode(65 + Math.floor(countries / 26), 65 + (countries % 26))
  await asOwner(async (tx) => {
    const id = await insert(tx, 'countries', {
      code,
      code3: `${code}X`,
      numeric_code: String(900 + countries),
      name: texts(code),
      official_name: texts(code),
      capital: texts(code),
      time_zone: 'UTC',
      currency: 'EUR',
      languages: ['en'],
      archived_at: isArchived ? '2026-01-01T00:00:00Z' : null,
    })
    await tx.query('select open_registry($1)', [id])
  })
  return { names: { country: code }, version: await codedVersion('countries', code) }
}
const partnership = async (): Promise<Given> => {
  const there = await rows<{ code: string }>(
    'select code from directions where partnership_id = $1 and archived_at is null',
    world().partnership,
  )
  const codes = there.map(({ code }) => code).join()
  return { names: { partnership: 'UZ-KR', codes }, version: await codedVersion('partnerships', 'UZ-KR') }
}

let partnerships = 0
/** Of Uzbekistan and Japan, between which the world has one already: so its code says nothing. */
const anotherPartnership = async (isArchived = false): Promise<Given> => {
  partnerships += 1
  const code = `X${String.fromCharCode(65 + Math.floor(partnerships / 26))}-X${String.fromCharCode(65 + (partnerships % 26))}`
  const id = newId()
  await asOwner(async (tx) => {
    await tx.query('select open_partnership($1, $2, $3)', [id, world().country.UZ, world().country.JP])
    await insert(tx, 'partnerships', {
      id,
      audience_id: id,
      code,
      title: texts(code),
      programme: texts(code),
      starts_on: '2024-06-14',
      starts_precision: 'day',
      ends_on: '2027-06-14',
      ends_precision: 'day',
      languages: ['en'],
      archived_at: isArchived ? '2026-01-01T00:00:00Z' : null,
    })
  })
  return { names: { partnership: code }, version: await codedVersion('partnerships', code) }
}

/** As in access-matrix-records.ts. */
export const keptByAdmins: Record<string, () => Promise<Given>> = {
  'a country': async () => ({ names: { country: 'JP' }, version: await codedVersion('countries', 'JP') }),
  'a country to which nothing belongs': () => country(),
  'an archived country': () => country({ isArchived: true }),
  'two countries without one': async () => ({ names: {} }),
  'the partnership': partnership,
  'a partnership that nobody needs': () => anotherPartnership(),
  'an archived partnership': () => anotherPartnership(true),
  'a direction': () => direction(),
  'an archived direction': () => direction({ isArchived: true }),
  'a side without an admin': async () => ({ names: { partnership: 'UZ-KR' } }),
  'a one-time link': link,
  'a link that is dead or never was': async () => ({ names: { token: newId() } }),
  'an organisation, to be changed': () => ourOrganisation('UZ'),
  'an organisation of Korea, to be changed': () => ourOrganisation('KR'),
  'an organisation in which somebody holds a post': () => ourOrganisation('UZ', true),
  'a person of Uzbekistan': () => somebody('UZ'),
  'a deactivated person of Uzbekistan': () => somebody('UZ', { deactivated_at: new Date() }),
  'a person of Korea': () => somebody('KR'),
  'a vacant post of Uzbekistan': vacantPost,
  'an archived post of Uzbekistan': async () => archived('posts', await vacantPost()),
  'an archived organisation': async () => archived('organisations', await ourOrganisation('UZ')),
  'a post that an official holds': heldPost,
  'an official’s role': heldPost,
  'the installation’s admin': adminsOwn,
  'the post of the installation’s admin': adminsOwn,
  'the role of the installation’s admin': adminsOwn,
  'the chain of the viewer’s side': chain,
}
