import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { submitReport } from '#lib/progress-reports/submit.ts'
import { run } from '#lib/runner/run.ts'
import { waysInto } from '#tests/answering.ts'
import { aMilestone, aReport, rows, type Who } from '#tests/builders.ts'
import { knock, withFiles } from '#tests/doors.ts'
import { everyCommand, matrix } from '#tests/matrix.ts'
import { sent as sentFor } from '#tests/sent.ts'
import { withWorld } from '#tests/world.ts'
import { wrongBodies, type Body } from '#tests/wrong-bodies.ts'

/** Every door that takes something is sent bodies made from what its command wants, wrong in a few places, by people of
 *  every kind. None is a 500, each refusal is one of the five and says so in words, and what is refused writes nothing. */

const world = withWorld()
withFiles()

const bodies = 20_000
const seed = 20240614
const atOnce = 40

/** What doors want that have no command. */
const others: Record<string, z.ZodType> = {
  '/api/v1/credentials': z.strictObject({ token: z.string(), password: z.string(), again: z.string() }),
  '/api/v1/languages': z.object({ language: z.string(), back: z.string() }),
  '/api/v1/files': z.object({ evidence: z.array(z.string()) }),
}

const commands = new Map((await everyCommand()).map((command) => [command.name, command.input]))
const acts = new Map(
  matrix
    .filter(({ method, address }) => method === 'POST' && address.startsWith('/api/v1/'))
    .map(({ act = '', address }) => [address, act]),
)
const doors = [...acts].map(([address, act]) => [address, commands.get(act) ?? others[address]] as const)
const each = Math.ceil(bodies / doors.length / atOnce)

const senders: (Who | undefined)[] = [
  'official',
  'official',
  'staff',
  'staff',
  'koreanStaff',
  'sideAdmin',
  'admin',
  'stranger',
  undefined,
]

type Post = { who: Who | undefined; address: string; html: boolean; body: Body }

let sent = 0

describe('of the bodies that a door is sent, none is a 500 and none that is refused writes anything', () => {
  test.each(doors)(
    '%s',
    async (door, schema) => {
      if (!schema) throw new Error(`nobody says what ${door} wants`)
      await somethingToDo()
      const there = await everythingThere()
      const before = await written()
      const outcomes = { taken: 0, judged: 0, malformed: 0 }
      const { errorInstance, counterexamplePath: path } = await fc.check(
        fc.asyncProperty(
          fc.array(posts(door, schema, there), { minLength: atOnce, maxLength: atOnce }),
          async (many) => {
            sent += many.length
            for (const outcome of await Promise.all(many.map(outcomeOf))) outcomes[outcome] += 1
          },
        ),
        { seed, numRuns: each, endOnFailure: true },
      )
      if (path !== null) throw new Error(`Of seed ${seed}, at ${path}`, { cause: errorInstance })
      const after = await written()
      if (!(door in others)) expect(outcomes.taken + outcomes.judged).toBeGreaterThan(0)
      const acts = after.acts - before.acts
      expect(acts).toBeLessThanOrEqual(after.answers - before.answers)
      expect(after.answers - before.answers).toBeLessThanOrEqual(outcomes.taken)
      if (outcomes.taken === 0) expect(after).toEqual(before)
    },
    120_000,
  )

  test('every door that takes something was sent its share', async () => {
    const ways = await waysInto()
    const there = ways.flatMap((way) => (way.startsWith('POST /api/v1/') ? [way.slice('POST '.length)] : []))
    expect(doors.map(([address]) => address).toSorted()).toEqual(there.toSorted())
    expect(sent).toBeGreaterThanOrEqual(bodies)
  })

  test('what was taken is told by an unbroken ledger', async () => {
    expect(await rows('select * from verify_ledger()')).toEqual([])
  })
})

function posts(door: string, schema: z.ZodType, there: Known): Arbitrary<Post> {
  const names = [...door.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return fc.tuple(...names.map((name) => fc.constantFrom(...recordsOf(there, name)))).chain((named) => {
    const version = named.at(-1)?.version
    return fc.record({
      who: fc.constantFrom(...senders),
      address: fc
        .tuple(...named.map((it, n) => mostly(nameOf(names[n], it), strangeName)))
        .map((values) =>
          values.reduce((at, value) => at.replace(/\{\w+\}/, encodeURIComponent(value)), door),
        ),
      html: fc.nat(9).map((n) => n === 0),
      body: wrongBodies(
        schema,
        (field) => {
          if (field === 'id') return fc.uuid({ version: 4 })
          if (field === 'language') return fc.constantFrom('en', 'uz', 'ru', 'ko', 'xx')
          const same = field === 'version' ? version : undefined
          return mostly(same, fc.oneof(valueOf(there, field), fc.constantFrom(...words)))
        },
        exampleFor(door, names, named),
      ),
    })
  })
}

/** A direction's code is whole in an address, and short in its row. */
const nameOf = (name: string | undefined, { id, code }: There) =>
  name === 'direction' ? `UZ-KR-${code}` : (code ?? id)

function exampleFor(door: string, names: string[], named: There[]): object | undefined {
  const version = named.at(-1)?.version
  const given = Object.fromEntries(names.map((name, n) => [name, named[n]?.code ?? named[n]?.id ?? '']))
  const body = sentFor[acts.get(door) ?? '']?.({ names: given, ...(version !== undefined && { version }) })
  return body instanceof FormData ? undefined : body
}

const mostly = (value: string | undefined, otherwise: Arbitrary<string>) =>
  value === undefined ? otherwise : fc.oneof({ weight: 9, arbitrary: fc.constant(value) }, otherwise)

const words = ['en', 'uz', 'ko', 'UZ', 'KR', '2026', '2026-03-31', 'permit', 'Asia/Seoul', 'KRW']

const strangeName = fc.constantFrom(
  '__proto__',
  'constructor',
  '\0',
  '%',
  '‮',
  'uz-kr',
  "'--",
  'ＵＺ',
  'x'.repeat(3000),
)

/** Taken; understood and refused; or not even understood. Whatever is no answer of ours is thrown, with what was sent. */
async function outcomeOf({ who, address, html, body }: Post): Promise<'taken' | 'judged' | 'malformed'> {
  const as = who && world().tokens[who]
  const headers = { ...(body.type && { 'content-type': body.type }), ...(html && { accept: 'text/html' }) }
  try {
    const answer = await knock('POST', address, { as, body: body.content, headers })
    const { status } = answer
    const location = answer.headers.get('location')
    if (status === 303) {
      expect(location).toMatch(/^\/(?![/\\])/)
      return /^\/sign-in|[?&]attempt=/.test(location ?? '') ? 'malformed' : 'taken'
    }
    const said = await answer.json()
    if (status === 201) return 'taken'
    expect({ status, code: said.problem.code }).toEqual({ status, code: codes[status] })
    expect(said.problem.text).toMatch(/[.!?]$/)
    return [401, 422].includes(status) ? 'malformed' : 'judged'
  } catch (error) {
    const what = `${who} to ${address.slice(0, 200)}, ${body.type}${html ? ', wants a page' : ''}`
    throw new Error(`${what}: ${JSON.stringify(body.content).slice(0, 2000)}`, { cause: error })
  }
}

const codes: Record<number, string> = {
  401: 'not-allowed',
  403: 'not-allowed',
  404: 'not-found',
  409: 'conflict',
  422: 'invalid',
  429: 'too-many',
}

/** Milestones of every status and a report that waits, so that some bodies find what they are about. */
async function somethingToDo(): Promise<void> {
  for (const status of ['planned', 'in_progress', 'blocked', 'claimed', 'completed', 'disputed'] as const)
    for (const visibility of ['shared', 'UZ'] as const)
      await aMilestone(world(), {
        status,
        visibility,
        ...(status === 'in_progress' && { percent: 100 }),
        ...(status === 'claimed' && { confirmedBy: ['UZ'] }),
      })
  for (let n = 0; n < 3; n += 1) {
    const sent = aReport(await aMilestone(world()))
    expect(await run(submitReport, world().official, sent)).toMatchObject({ ok: true })
  }
}

type There = { id: string; code?: string; version?: string }
type Known = Map<string, There[]>

/** What every table holds, as far as it has a name. */
async function everythingThere(): Promise<Known> {
  const there: Known = new Map()
  for (const table of await tables()) {
    const found = await rows<{ row: There }>(`select to_jsonb(t) as row from ${table} t limit 100`)
    const named = found.flatMap(({ row }) => (typeof row.id === 'string' ? [row] : []))
    if (named.length > 0) there.set(table, named)
  }
  return there
}

/** Of the table to which the name of a field or placeholder points (`report`: progress_reports); else of any. */
function recordsOf(there: Known, name: string): There[] {
  const one = name.replace(/(Id|s)$/, '')
  const plural = one === 'person' ? 'people' : `${one.replace(/y$/, 'ie')}s`
  const table = [...there.keys()].find((name) => name === plural || name.endsWith(`_${plural}`))
  return there.get(table ?? '') ?? [...there.values()].flat()
}

const valueOf = (there: Known, name: string) =>
  fc.constantFrom(...recordsOf(there, name).map(({ id, code }) => (name.endsWith('Id') ? id : (code ?? id))))

async function tables(): Promise<string[]> {
  const found = await rows<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  return found.map(({ name }) => name)
}

/** All that is written, but for what is kept of a refused form, and files before they are evidence. */
async function written() {
  const [counted] = await rows<{ acts: number; answers: number; heads: string }>(
    `select (select count(distinct command)::int from events) as acts, (select count(*)::int from answers) as answers,
      (select string_agg(seq::text, ',' order by audience_id) from heads) as heads`,
  )
  if (!counted) throw new Error('nothing is counted')
  const marks: Record<string, unknown> = {}
  for (const table of await tables())
    if (!['attempts', 'files'].includes(table))
      marks[table] = (
        await rows(`select md5(string_agg(t::text, '' order by t::text)) as mark from ${table} t`)
      )[0]
  return { ...counted, marks }
}
