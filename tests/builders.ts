import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { viewerOf, type Role, type Viewer } from '#lib/access/viewer.ts'
import { nobody } from '#lib/access/wall.ts'
import type { Status } from '#lib/rules/milestone-status.ts'

/** A valid world in the real database, its constraints on. A test says only what matters to it; whatever it does not
 *  name is valid and does not matter. People are called by their role. */

/** The owner's connection: past the wall, but with every trigger on. */
export function owner(): pg.Pool {
  pool ??= new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 4 })
    // The database may be dropped while the last connections are still being closed.
    .on('error', () => {})
    .on('connect', (client) => client.on('error', () => {}))
  return pool
}
let pool: pg.Pool | undefined

/** Writes as a migration or the seed does: a viewer is set, the ledger sealed. */
export async function asOwner<T>(work: (tx: pg.PoolClient) => Promise<T>, of = owner()): Promise<T> {
  const tx = await of.connect()
  try {
    await tx.query('begin')
    await tx.query('select view_as($1, $1, array[common()], array[common()])', [nobody])
    const value = await work(tx)
    await tx.query(`select seal('import')`)
    await tx.query('commit')
    return value
  } catch (error) {
    await tx.query('rollback')
    throw error
  } finally {
    tx.release()
  }
}

type Row = Record<string, unknown>

export async function insert(tx: pg.PoolClient, table: string, row: Row): Promise<string> {
  const full: Row & { id: string } = { id: randomUUID(), ...row }
  const columns = Object.keys(full)
  await tx.query(
    `insert into ${table} (${columns.map((column) => `"${column}"`)}) values (${columns.map((_, n) => `$${n + 1}`)})`,
    Object.values(full),
  )
  return full.id
}

export async function rows<T extends Row = Row>(sql: string, ...values: unknown[]): Promise<T[]> {
  return (await owner().query<T>(sql, values)).rows
}

export const texts = (text: string) => JSON.stringify({ en: { text, standing: 'authentic' } })

export type World = Awaited<ReturnType<typeof aPartnership>>

const roles = [
  ['official', 'UZ', 'official', 'ministry'],
  ['otherOfficial', 'UZ', 'official', 'agency'],
  ['staff', 'UZ', 'staff', 'secretariat'],
  ['secondStaff', 'UZ', 'staff', 'secretariat'],
  ['observer', 'UZ', 'observer', 'agency'],
  ['insideObserver', 'UZ', 'inside_observer', 'agency'],
  ['sideAdmin', 'UZ', 'side_admin', 'secretariat'],
  ['admin', 'UZ', 'admin', 'secretariat'],
  ['koreanOfficial', 'KR', 'official', 'koreanMinistry'],
  ['koreanStaff', 'KR', 'staff', 'koreanSecretariat'],
  ['koreanObserver', 'KR', 'observer', 'koreanMinistry'],
] as const satisfies readonly (readonly [string, string, Role, string])[]
export type Who = (typeof roles)[number][0] | 'stranger'

const bodies = {
  ministry: 'UZ',
  agency: 'UZ',
  secretariat: 'UZ',
  koreanMinistry: 'KR',
  koreanSecretariat: 'KR',
  japaneseMinistry: 'JP',
} as const
type Body = keyof typeof bodies

/** Uzbekistan–Korea with one initiative, people in every role on both sides, and Uzbekistan–Japan beside it, whose
 *  official is the stranger. `koreanUsers: false`: Korea has nobody yet. */
export async function aPartnership({ koreanUsers = true, code = 'UZ-KR' } = {}) {
  const country = { UZ: randomUUID() as string, KR: randomUUID() as string, JP: randomUUID() as string }
  const partnership = randomUUID() as string
  const other = randomUUID() as string
  const organisation = {} as Record<Body, string>
  const person = {} as Record<Who, string>
  const post = {} as Record<Who, string>
  const made = await asOwner(async (tx) => {
    for (const [alpha2, zone, currency, alpha3, numeric] of [
      ['UZ', 'Asia/Tashkent', 'UZS', 'UZB', '860'],
      ['KR', 'Asia/Seoul', 'KRW', 'KOR', '410'],
      ['JP', 'Asia/Tokyo', 'JPY', 'JPN', '392'],
    ] as const) {
      await insert(tx, 'countries', {
        id: country[alpha2],
        code: alpha2,
        code3: alpha3,
        numeric_code: numeric,
        name: texts(alpha2),
        official_name: texts(alpha2),
        capital: texts(alpha2),
        time_zone: zone,
        currency,
        languages: ['en'],
      })
      await tx.query('select open_registry($1)', [country[alpha2]])
    }
    for (const [body, alpha2] of Object.entries(bodies) as [Body, keyof typeof country][])
      organisation[body] = await insert(tx, 'organisations', {
        code: body.toUpperCase(),
        country_id: country[alpha2],
        kind: 'ministry',
        iati_type: '10',
        name: texts(body),
      })
    for (const [id, name, one] of [
      [partnership, code, country.KR],
      [other, 'UZ-JP', country.JP],
    ] as const) {
      await tx.query('select open_partnership($1, $2, $3)', [id, country.UZ, one])
      await insert(tx, 'partnerships', {
        id,
        audience_id: id,
        code: name,
        title: texts(name),
        programme: texts(name),
        starts_on: '2024-06-14',
        starts_precision: 'day',
        ends_on: '2027-06-14',
        ends_precision: 'day',
        languages: ['en', 'uz', 'ru', 'ko'],
      })
      for (const [position, side] of [country.UZ, one].entries())
        await insert(tx, 'sides', {
          audience_id: id,
          partnership_id: id,
          country_id: side,
          position: position + 1,
        })
    }
    const direction = await insert(tx, 'directions', {
      audience_id: partnership,
      partnership_id: partnership,
      code: 'SC',
      position: 1,
      title: texts('Semiconductors'),
    })
    for (const [who, side, role, body] of [
      ...roles,
      ['stranger', 'JP', 'staff', 'japaneseMinistry'] as const,
    ]) {
      if (side === 'KR' && !koreanUsers) continue
      const home = country[side]
      person[who] = await insert(tx, 'people', {
        audience_id: home,
        country_id: home,
        name: who,
        email: `${who}@example.org`.toLowerCase(),
      })
      post[who] = await insert(tx, 'posts', {
        country_id: home,
        organisation_id: organisation[body],
        title: texts(who),
      })
      await insert(tx, 'appointments', {
        audience_id: home,
        country_id: home,
        post_id: post[who],
        person_id: person[who],
        from_on: '2024-06-14',
      })
      await insert(tx, 'grants', {
        audience_id: home,
        country_id: home,
        post_id: post[who],
        partnership_id: role === 'admin' ? null : side === 'JP' ? other : partnership,
        role,
      })
    }
    const find = async (kind: string, of: string, alpha2: string | null) =>
      String(
        (
          await tx.query(
            `select id from audiences where partnership_id = $1 and kind = $2 and country_id is not distinct from $3`,
            [of, kind, alpha2],
          )
        ).rows[0].id,
      )
    const audience = {
      public: partnership,
      shared: await find('shared', partnership, null),
      UZ: await find('side', partnership, country.UZ),
      KR: await find('side', partnership, country.KR),
    }
    const initiative = await insert(tx, 'initiatives', {
      audience_id: audience.shared,
      partnership_id: partnership,
      direction_id: direction,
      code: `${code}-SC-01`,
      title: texts('Cluster'),
      standing: 'in_progress',
    })
    return { direction, audience, initiative }
  })
  const viewers = {} as Record<Who, Viewer>
  const tokens = {} as Record<Who, string>
  for (const [who, id] of Object.entries(person) as [Who, string][]) {
    tokens[who] = await aSession(id)
    viewers[who] = await signedIn(tokens[who])
  }
  return { partnership, other, code, country, organisation, person, post, tokens, ...viewers, ...made }
}

/** A session of a person; its token. */
export async function aSession(person: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest()
  await owner().query(`select open_session($1, $2, now() + interval '1 hour')`, [person, hash])
  return token
}

/** Recognised once for many acts, while each request does it anew: so without the heads, and nothing is kept for him. */
export async function signedIn(token: string): Promise<Viewer> {
  const viewer = await viewerOf(token)
  if (!viewer) throw new Error('the session has ended')
  return { ...viewer, audiences: viewer.audiences.map((one) => ({ ...one, head: null })) }
}

export type MilestoneWanted = {
  status?: Status
  percent?: number | null
  due?: string | null
  side?: 'UZ' | 'KR' | null
  body?: Body
  visibility?: 'public' | 'shared' | 'UZ' | 'KR'
  title?: string
  weight?: number
  /** Its id; else the world's, which both sides share. */
  initiative?: string
  /** Whose keys have been turned. */
  confirmedBy?: ('UZ' | 'KR')[]
}

let numbered = 0

/** The next of the series that nobody was given by the program meanwhile. */
async function freeCode(world: World): Promise<string> {
  numbered += 1
  const code = `${world.code}-SC-01-${String(numbered).padStart(2, '0')}`
  const taken = await rows('select from milestones where code = $1', code)
  return taken.length > 0 ? freeCode(world) : code
}

/** A milestone of the world's initiative; by default planned, shared, Uzbekistan's, of the ministry. */
export async function aMilestone(world: World, wanted: MilestoneWanted = {}) {
  const { status = 'planned', side = 'UZ', visibility = 'shared', due = '2099-06-30' } = wanted
  const code = await freeCode(world)
  const confirmed = wanted.confirmedBy ?? (status === 'completed' ? (['UZ', 'KR'] as const) : [])
  const audience = world.audience[visibility]
  const id = await asOwner(async (tx) => {
    const milestone = await insert(tx, 'milestones', {
      audience_id: audience,
      partnership_id: world.partnership,
      direction_id: world.direction,
      initiative_id: wanted.initiative ?? world.initiative,
      code,
      title: texts(wanted.title ?? code),
      country_id: side && world.country[side],
      organisation_id: world.organisation[wanted.body ?? (side === 'KR' ? 'koreanMinistry' : 'ministry')],
      status,
      status_before: status === 'cancelled' ? 'planned' : null,
      percent: wanted.percent ?? (['claimed', 'completed', 'disputed'].includes(status) ? 100 : null),
      weight: wanted.weight ?? 1,
      baseline_on: due,
      baseline_precision: due && 'day',
      due_on: due,
      due_precision: due && 'day',
      block_cause: status === 'blocked' ? 'permit' : null,
      block_words: status === 'blocked' ? 'waits for a permit' : null,
    })
    for (const alpha2 of confirmed)
      await insert(tx, 'confirmations', {
        audience_id: audience,
        partnership_id: world.partnership,
        milestone_id: milestone,
        country_id: world.country[alpha2],
        verdict: 'confirmed',
        at: new Date(),
      })
    return milestone
  })
  return { id, code, ...(await versionOf(id)) }
}

export async function versionOf(milestone: string): Promise<{ version: string; status: Status }> {
  const [row] = await rows<{ version: string; status: Status }>(
    'select version, status from milestones where id = $1',
    milestone,
  )
  if (!row) throw new Error('no such milestone')
  return row
}

export const newId = () => randomUUID() as string

/** What the sender of a report sends. */
export const aReport = (milestone: { code: string }, more: Row = {}) => ({
  id: newId(),
  milestone: milestone.code,
  percent: 40,
  narrative: 'Foundations are poured',
  language: 'en',
  ...more,
})
