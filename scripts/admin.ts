// npm run admin:create -- --country UZ --name "…" --email …: makes the first admin of the installation, in the embedded database
// or that of DATABASE_URL, and prints the one-time link with which that person chooses a password within seven days. The post
// is at the lead organisation of the country's side, or at that of --organisation CODE. Refuses when there is an admin already;
// typed again for the same address before the password is chosen, it prints a new link, and the old one still works.

import { createHash, randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { openDatabaseServer } from '../lib/core/database-server.ts'
import { assertMigrated } from '../lib/core/migrations.ts'
import { say, script } from '../lib/core/script.ts'
import { readSettings } from '../lib/core/settings.ts'
import { StopReason } from '../lib/core/stop-reason.ts'
import { textsOf } from '../prisma/seed/rows.ts'

const words = z.object({
  country: z.string('is missing').regex(/^[A-Z]{2}$/, 'has to be the two letters of a country, like UZ'),
  name: z.string('is missing').trim().min(1, 'is empty').max(200, 'is too long'),
  email: z.string('is missing').toLowerCase().pipe(z.email('has to be a mail address')),
  organisation: z.string().optional(),
})
type Wanted = z.infer<typeof words>

function readWords(): Wanted {
  const option = { type: 'string' } as const
  try {
    const options = { country: option, name: option, email: option, organisation: option }
    const { success, data, error } = words.safeParse(parseArgs({ options }).values)
    if (success) return data
    throw new StopReason(`--${String(error.issues[0]?.path[0])} ${error.issues[0]?.message}. ${usage}`)
  } catch (error) {
    if (error instanceof StopReason) throw error
    throw new StopReason(usage) // a word that it does not know
  }
}

const usage = 'Type «npm run admin:create -- --country UZ --name "Her name" --email her@ministry.example».'

/** Everything or nothing, and never two first admins; returns the token of the link. */
async function createFirstAdmin(ownerUrl: string, wanted: Wanted): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await assertMigrated(client)
    await client.query('begin')
    await client.query('lock table grants in share row exclusive mode')
    const country = await countryOf(client, wanted.country)
    const nobody = '00000000-0000-0000-0000-000000000000'
    await client.query('select view_as($1, $1, array[common(), $2], array[common(), $2])', [nobody, country])
    const person = (await waitingAdmin(client, wanted.email)) ?? (await createAdmin(client, country, wanted))
    const token = await issueLink(client, country, person)
    await client.query(`select seal('people.create-first-admin')`)
    await client.query('commit')
    return token
  } finally {
    await client.end()
  }
}

async function countryOf(client: pg.Client, code: string): Promise<string> {
  const { rows } = await client.query<{ id: string; code: string }>(
    'select id, code from countries order by code',
  )
  const found = rows.find((row) => row.code === code)
  if (found) return found.id
  const there = rows.map((row) => row.code).join(', ')
  throw new StopReason(`Langar does not know the country ${code}${there && `: it knows ${there}`}.`)
}

/** The admin of that address who has no password yet; a StopReason when anybody else is admin already. */
async function waitingAdmin(client: pg.Client, email: string): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string; name: string; email: string; waits: boolean }>(
    `select p.id, p.name, p.email, c.person_id is null as waits
     from grants g join appointments a using (post_id) join people p on p.id = a.person_id
       left join private.credentials c on c.person_id = p.id
     where g.role = 'admin' and g.ended_at is null and p.deactivated_at is null
       and (now() at time zone 'UTC')::date between a.from_on and coalesce(a.to_on, 'infinity')`,
  )
  const [admin] = rows
  if (!admin) return undefined
  if (admin.waits && admin.email === email) return admin.id
  throw new StopReason(`${admin.name} is admin of this installation already, and can appoint others in it.`)
}

async function createAdmin(client: pg.Client, country: string, wanted: Wanted): Promise<string> {
  const organisation = await organisationOf(client, country, wanted)
  const [person, post] = [newId(), newId()]
  const { rowCount } = await client.query(
    `insert into people (id, audience_id, country_id, name, email) values ($1, $2, $2, $3, $4)
     on conflict (email) do nothing`,
    [person, country, wanted.name, wanted.email],
  )
  if (rowCount === 0) throw new StopReason(`Somebody has the address ${wanted.email} already: take another.`)
  await client.query('insert into posts (id, country_id, organisation_id, title) values ($1, $2, $3, $4)', [
    post,
    country,
    organisation,
    JSON.stringify(textsOf(title)),
  ])
  await client.query(
    `insert into appointments (id, audience_id, country_id, post_id, person_id, from_on)
     values ($1, $2, $2, $3, $4, (now() at time zone 'UTC')::date)`,
    [newId(), country, post, person],
  )
  await client.query(
    `insert into grants (id, audience_id, country_id, post_id, role) values ($1, $2, $2, $3, 'admin')`,
    [newId(), country, post],
  )
  return person
}

const title = { en: 'Administrator', uz: 'Administrator', ru: 'Администратор', ko: '관리자' }

async function organisationOf(client: pg.Client, country: string, wanted: Wanted): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `select o.id from organisations o left join sides s on s.lead_organisation_id = o.id and s.country_id = $1
     where o.archived_at is null and case when $2::text is null then s.id is not null
       else o.code = $2 and $1 in (o.country_id, o.joint_country_id) end
     order by s.partnership_id limit 1`,
    [country, wanted.organisation ?? null],
  )
  if (rows[0]) return rows[0].id
  throw new StopReason(
    wanted.organisation === undefined
      ? `No side of ${wanted.country} has a lead organisation: name one with --organisation CODE.`
      : `${wanted.country} has no organisation ${wanted.organisation}.`,
  )
}

/** Only its SHA-256 is kept: whoever reads the table cannot sign in with it. */
async function issueLink(client: pg.Client, country: string, person: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await client.query(
    `insert into one_time_links (id, audience_id, person_id, token_hash, until)
     values ($1, $2, $3, $4, now() + interval '7 days')`,
    [newId(), country, person, createHash('sha256').update(token).digest()],
  )
  return token
}

await script(async () => {
  const wanted = readWords()
  const settings = readSettings()
  const database = await openDatabaseServer(settings)
  try {
    const token = await createFirstAdmin(database.ownerUrl, wanted)
    say(`${wanted.name} chooses a password here, once, within seven days:`)
    say(new URL(`/sign-in/${token}`, settings.publicAddress).href)
  } finally {
    await database.leave()
  }
})
