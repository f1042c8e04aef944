import { glob, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { made } from '#tests/access-matrix-records.ts'
import { world } from '#tests/access-matrix-world.ts'
import { newId, owner, rows, type Who } from '#tests/builders.ts'
import { waysInto } from '#tests/answering.ts'
import { knock, open, withFiles } from '#tests/doors.ts'
import { everyCommand, matrix, type Cells, type Row } from '#tests/matrix.ts'
import { type Given, sent } from '#tests/sent.ts'

withFiles()
process.env['NEXTAUTH_SECRET'] = 'of this test'

/** Of the matrix's columns: who stands for it. */
const people: Record<string, Who | null> = {
  anonymous: null,
  'other partnership': 'stranger',
  observer: 'observer',
  'inside observer': 'insideObserver',
  'responsible official': 'official',
  'official of another body': 'otherOfficial',
  'official of the other side': 'koreanOfficial',
  staff: 'staff',
  'staff of the other side': 'koreanStaff',
  'admin of the side': 'sideAdmin',
  'admin of the installation': 'admin',
}

/** A post that nobody holds, for who is appointed. */
let spare = ''
beforeAll(async () => {
  spare = (await made['a vacant post of Uzbekistan']?.())?.names['post'] ?? ''
})

async function fresh({ what }: Row): Promise<Given> {
  const given = await made[what]?.()
  if (!given) throw new Error(`nothing is made for “${what}”`)
  return given
}

/** What happens when this person tries it. */
async function tried({ act, method, address }: Row, given: Given, who: Who | null): Promise<string> {
  const names: Record<string, string> = { partnership: 'UZ-KR', direction: 'SC', ...given.names }
  const at = address.replaceAll(/\{([^}]+)\}/g, (_, name: string) => names[name] ?? `no ${name}`)
  const as = who === null ? undefined : world().tokens[who]
  if (method === 'PAGE') return saidOf(await open(at, { as }))
  if (method === 'GET') return statuses[(await knock('GET', at, { as })).status] ?? 'something else'
  const wanted = sent[act ?? '']?.({ ...given, names: { ...given.names, vacant: spare } })
  if (!wanted) throw new Error(`nothing is sent for “${act}”`)
  const body = wanted instanceof FormData ? wanted : { id: newId(), ...wanted }
  const { status } = await knock('POST', at, { as, body })
  if (status === 201 && commands.includes(act ?? '')) expect(await lastInTheLedger()).toBe(act)
  return statuses[status] ?? `${status}`
}

const statuses: Record<number, string> = {
  200: 'yes',
  201: 'yes',
  303: 'yes',
  401: 'sign in',
  403: 'no',
  404: 'not found',
}

const saidOf = (opened: Awaited<ReturnType<typeof open>>) => {
  if (typeof opened === 'string') return opened
  return opened.ledTo === '/sign-in' ? 'sign in' : 'led on'
}

async function lastInTheLedger(): Promise<string | undefined> {
  const [event] = await rows<{ name: string }>('select name from events order by at desc limit 1')
  return event?.name
}

let commands: string[] = []

beforeAll(async () => {
  commands = (await everyCommand()).map(({ name }) => name)
})

const actsNamed = [...new Set(matrix.map(({ act }) => act ?? ''))].filter((act) =>
  /^[a-z-]+\.[a-z-]+$/.test(act),
)
const waysNamed = [...new Set(matrix.map(({ method, address }) => `${method} ${address}`))]

test('every command has its lines, and every line its command', () => {
  expect(actsNamed.toSorted()).toEqual(commands.toSorted())
})

test('every door and every page has its lines, and every line its door or page', async () => {
  expect(waysNamed.toSorted()).toEqual((await waysInto()).toSorted())
})

test('a new door, method, page or command is seen as one that no line names', async () => {
  const unlisted = join(import.meta.dirname, 'fixtures/unlisted')
  expect((await everyCommand(join(unlisted, 'lib'))).map(({ name }) => name)).toEqual(['milestones.praise'])
  expect((await waysInto(join(unlisted, 'app'))).toSorted()).toEqual([
    'DELETE /api/v1/milestones/{milestone}/praises',
    'PAGE /praises',
    'POST /api/v1/milestones/{milestone}/praises',
  ])
})

test('there is no other way in than pages and doors', async () => {
  const root = join(import.meta.dirname, '..')
  const files = await Array.fromAsync(glob('app/**/*.*', { cwd: root }))
  const names = new Set(files.map((file) => basename(file)).filter((name) => !name.startsWith('[')))
  expect([...names].toSorted()).toEqual([
    'error.tsx',
    'global-error.tsx',
    'globals.css',
    'icon.svg',
    'layout.tsx',
    'manifest.ts',
    'not-found.tsx',
    'page.tsx',
    'route.ts',
    'uzbek-apostrophes.woff2',
  ])
  expect(await Array.fromAsync(glob('{pages,middleware.*,src,instrumentation.*}', { cwd: root }))).toEqual([])
  for await (const file of glob('{app,components,lib}/**/*.{ts,tsx}', { cwd: root }))
    expect(await readFile(join(root, file), 'utf8'), file).not.toMatch(/^\s*['"]use server['"]/m)
})

/** Roles that the database knows and of which nobody in the columns is one; none when all is well. */
const rolesWithoutColumn = async (tx: { query: pg.Pool['query'] }) => {
  const posts = Object.values(people).flatMap((who) => (who === null ? [] : [world().post[who]]))
  const { rows: missing } = await tx.query<{ role: string }>(
    `select distinct role from private.rights where role <> 'anyone' and role not in (
       select role from grants where post_id = any ($1)) order by 1`,
    [posts],
  )
  return missing.map(({ role }) => role)
}

test('every role has its column, and every line all columns', async () => {
  expect(await rolesWithoutColumn(owner())).toEqual([])
  for (const { cells } of matrix) expect(Object.keys(cells)).toEqual(Object.keys(people))
})

test('a new role is seen as one without a column', async () => {
  const tx = await owner().connect()
  try {
    await tx.query(`begin; insert into private.rights values ('auditor', 'shared', false)`)
    expect(await rolesWithoutColumn(tx as never)).toEqual(['auditor'])
  } finally {
    await tx.query('rollback')
    tx.release()
  }
})

test.each(matrix.map((row) => [`${row.act ?? ''} ${row.method} ${row.address}: ${row.what}`, row] as const))(
  '%s',
  async (_name, row) => {
    const said: Cells = {}
    let toRead: Given | undefined
    for (const [column, cell] of Object.entries(row.cells)) {
      // Who has acted changed it: so each act has a record of its own.
      const given = row.method === 'POST' ? await fresh(row) : (toRead ??= await fresh(row))
      said[column] = cell === '—' ? cell : await tried(row, given, people[column] ?? null)
    }
    expect(said).toEqual(row.cells)
  },
)
