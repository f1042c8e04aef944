import { createHash } from 'node:crypto'
import type pg from 'pg'
import { expect } from 'vitest'
import { chainVersion } from '#lib/acceptance-steps/chain-version.ts'
import { cancelMilestone } from '#lib/milestones/cancel.ts'
import { changeDueDate } from '#lib/milestones/change-due-date.ts'
import { acceptReport } from '#lib/progress-reports/accept.ts'
import { submitReport } from '#lib/progress-reports/submit.ts'
import type { AnyCommand } from '#lib/runner/command.ts'
import { run } from '#lib/runner/run.ts'
import {
  aMilestone,
  aReport,
  asOwner,
  insert,
  newId,
  rows,
  texts,
  type MilestoneWanted,
  type Who,
} from '#tests/builders.ts'
import { knock } from '#tests/doors.ts'
import { type Given, otherDate } from '#tests/sent.ts'
import { withWorld } from '#tests/world.ts'

/** What the acts, questions and pages of access-matrix.md are about, in the world in which its test tries them. */
export const world = withWorld()

/** What is tried: the record's names as addresses have them, and what a command is sent. */

const milestone = async (wanted: MilestoneWanted): Promise<Given> => {
  const { code, version } = await aMilestone(world(), wanted)
  return { names: { milestone: code }, version }
}
const report = async ({ chain = [] as Who[], accepted = false, evidence = [] as unknown[] } = {}) => {
  const steps = await asOwner(async (tx) => {
    const common = {
      audience_id: world().audience.UZ,
      partnership_id: world().partnership,
      country_id: world().country.UZ,
    }
    const ids = []
    for (const [n, who] of chain.entries())
      ids.push(
        await insert(tx, 'acceptance_steps', { ...common, position: n + 1, post_id: world().post[who] }),
      )
    return ids
  })
  const sent = aReport(await aMilestone(world()), { evidence })
  expect(await run(submitReport, world().official, sent)).toMatchObject({ ok: true })
  await asOwner((tx) => tx.query('update acceptance_steps set ended_at = now() where id = any ($1)', [steps]))
  if (accepted) await run(acceptReport, world().staff, { id: newId(), report: sent.id })
  return { names: { report: sent.id } }
}
const evidence = async ({ accepted = false } = {}): Promise<Given> => {
  const form = new FormData()
  form.append('file', new File(['Protocol of the meeting'], 'protocol.txt'))
  const answer = await knock('POST', '/api/v1/files', { as: world().tokens.official, body: form })
  const { value } = await answer.json()
  const { names } = await report({ accepted, evidence: value })
  const [file] = await rows<{ id: string }>('select id from evidence where report_id = $1', names.report)
  return { names: { evidence: file?.id ?? '' } }
}
let numbered = 0
const record = async (table: string, audience: 'public' | 'shared' | 'UZ', more: object) => {
  const code = `UZ-KR-X-${(numbered += 1)}`
  const id = await asOwner((tx) =>
    insert(tx, table, {
      audience_id: world().audience[audience],
      partnership_id: world().partnership,
      code,
      ...more,
    }),
  )
  const [made] = await rows<{ version?: string }>(
    `select to_jsonb(t) ->> 'version' as version from ${table} t where id = $1`,
    id,
  )
  return { id, names: { [table.slice(0, -1)]: code }, ...(made?.version && { version: made.version }) }
}
const agreement = { kind: 'memorandum', title: texts('Memorandum') }
const meeting = {
  kind: 'commission',
  title: texts('Commission'),
  held_on: '2025-01-31',
  held_precision: 'day',
  status: 'held',
}
const source = { title: 'Report', publisher: 'Agency' }
const initiative = () => ({
  direction_id: world().direction,
  title: texts('Initiative'),
  standing: 'in_progress',
})

const anInitiative = async (audience: 'shared' | 'UZ', more: object = {}): Promise<Given> => {
  const { id, names } = await record('initiatives', audience, { ...initiative(), ...more })
  const [row] = await rows<{ version: string }>('select version from initiatives where id = $1', id)
  return { names, version: row?.version ?? '' }
}
const archivedMilestone = async (visibility: 'shared' | 'UZ'): Promise<Given> => {
  const { id, code, version } = await aMilestone(world(), { visibility })
  await asOwner((tx) => tx.query('update milestones set archived_at = now() where id = $1', [id]))
  return { names: { milestone: code }, version }
}

/** Asked for, and by staff put to the other side at once. */
const asked = async (
  command: AnyCommand,
  who: 'official' | 'staff',
  wanted: MilestoneWanted,
  more: object,
) => {
  const { code, version } = await aMilestone(world(), wanted)
  const change = newId()
  const outcome = await run(command, world()[who], { id: change, milestone: code, version, ...more })
  expect(outcome).toMatchObject({ ok: true })
  return { names: { change } }
}

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

const versionIn = async (table: 'people' | 'posts', id: string) =>
  (await rows<{ version: string }>(`select version from ${table} where id = $1`, id))[0]?.version ?? ''

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

/** By the words in which a line of the matrix names it: makes one anew, and tells its names as addresses have them, with the
 *  version that was seen. */
export const made: Record<string, () => Promise<Given>> = {
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
  nothing: async () => ({ names: { nextauth: 'session', missing: 'nowhere/at/all' } }),
  'planned, shared': () => milestone({}),
  'planned, public': async () =>
    milestone({
      visibility: 'public',
      initiative: (await record('initiatives', 'public', initiative())).id,
    }),
  'planned, Uzbekistan’s own': () => milestone({ visibility: 'UZ' }),
  'planned, Uzbekistan’s own, coded so': async () => {
    const { id, version } = await aMilestone(world(), { visibility: 'UZ' })
    const code = `UZ-KR-SC-01-U-${newId().slice(0, 8).toUpperCase()}`
    await asOwner((tx) => tx.query('update milestones set code = $2 where id = $1', [id, code]))
    return { names: { milestone: code }, version }
  },
  'planned, joint': () => milestone({ side: null }),
  'in progress, shared': () => milestone({ status: 'in_progress' }),
  'in progress, Uzbekistan’s own': () => milestone({ status: 'in_progress', visibility: 'UZ' }),
  'blocked, shared': () => milestone({ status: 'blocked' }),
  'blocked, Uzbekistan’s own': () => milestone({ status: 'blocked', visibility: 'UZ' }),
  'at 50 %, shared': () => milestone({ status: 'in_progress', percent: 50 }),
  'at 100 %, shared': () => milestone({ status: 'in_progress', percent: 100 }),
  'at 100 %, joint': () => milestone({ status: 'in_progress', percent: 100, side: null }),
  'at 100 %, Uzbekistan’s own': () => milestone({ status: 'in_progress', percent: 100, visibility: 'UZ' }),
  'claimed by Uzbekistan, shared': () => milestone({ status: 'claimed', confirmedBy: ['UZ'] }),
  'completed, shared': () => milestone({ status: 'completed' }),
  'completed, Uzbekistan’s own': () =>
    milestone({ status: 'completed', visibility: 'UZ', confirmedBy: ['UZ'] }),
  'cancelled, shared': () => milestone({ status: 'cancelled' }),
  'a date an official asks for': () => asked(changeDueDate, 'official', {}, otherDate),
  'the same, Uzbekistan’s own milestone': () =>
    asked(changeDueDate, 'official', { visibility: 'UZ' }, otherDate),
  'a date that Uzbekistan put to Korea': () => asked(changeDueDate, 'staff', {}, otherDate),
  'a cancellation that Uzbekistan asks for': () =>
    asked(cancelMilestone, 'staff', {}, { reason: 'Superseded' }),
  'report on its way': () => report(),
  'report that waits for another official’s post': () => report({ chain: ['otherOfficial'] }),
  'accepted report': () => report({ accepted: true }),
  'file of a report on its way': () => evidence(),
  'file of an accepted report': () => evidence({ accepted: true }),
  'an agreement, shared': () => record('agreements', 'shared', agreement),
  'an agreement, Uzbekistan’s own': () => record('agreements', 'UZ', agreement),
  'a meeting, shared': () => record('meetings', 'shared', meeting),
  'a meeting, Uzbekistan’s own': () => record('meetings', 'UZ', meeting),
  'a source, shared': () => record('sources', 'shared', source),
  'a source, Uzbekistan’s own': () => record('sources', 'UZ', source),
  'an initiative, shared': () => anInitiative('shared'),
  'an initiative, Uzbekistan’s own': () => anInitiative('UZ'),
  'an archived initiative, shared': () => anInitiative('shared', { archived_at: new Date() }),
  'an archived initiative, Uzbekistan’s own': () => anInitiative('UZ', { archived_at: new Date() }),
  'archived, shared': () => archivedMilestone('shared'),
  'archived, Uzbekistan’s own': () => archivedMilestone('UZ'),
  'nothing, for both sides': async () => ({ names: { audience: 'shared' } }),
  'nothing, for the own side': async () => ({ names: { audience: 'own' } }),
  'the direction UZ-KR-SC': async () => ({ names: { direction: 'UZ-KR-SC' } }),
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
  'an organisation': async () => ({ names: { organisation: 'MINISTRY' } }),
}
