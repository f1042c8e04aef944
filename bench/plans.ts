import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { z } from 'zod'
import { openEmbeddedDatabase } from '#lib/core/embedded-database.ts'

/** What PostgreSQL did for the statements of some work, by its own log of plans. */

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Node[]
}
const Logged = z.object({ 'Query Text': z.string(), Plan: z.custom<Node>() })

/** A statement as it ran. `read`: rows that were looked at in one table, that of which most were; `returned`: that it gave back. */
export type Told = { statement: string; milliseconds: number; read: number; returned: number; from: string }

const mostMilliseconds = 20
/** Lists are gathered into one row: hence a hundred at least. */
const isTooMuch = ({ milliseconds, read, returned }: Told) =>
  milliseconds > mostMilliseconds || read > 10 * Math.max(returned, 100)

/** Connections that are opened meanwhile write plans of their statements, and of those inside functions, into the log. */
export async function plansLogged(folder: string, isOn: boolean): Promise<void> {
  const database = await openEmbeddedDatabase(folder, () => {})
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '1ms', // what takes less reads little
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_format': 'json',
    'auto_explain.log_nested_statements': 'on',
  }
  const { port, superuserPassword } = Server.parse(
    JSON.parse(await readFile(join(folder, 'postgres/server.json'), 'utf8')),
  )
  const client = new pg.Client({
    connectionString: `postgresql://postgres:${superuserPassword}@127.0.0.1:${port}/postgres`,
  })
  await client.connect()
  await client.query(`load 'auto_explain'`) // else its settings have no names yet
  for (const [name, value] of Object.entries(settings))
    await client.query(
      isOn ? `alter system set ${name} = ${pg.escapeLiteral(value)}` : `alter system reset ${name}`,
    )
  await client.query('select pg_reload_conf()')
  await client.end()
  await database.leave()
}
const Server = z.object({ port: z.number(), superuserPassword: z.string() })

/** Where the log ends now: from there on it tells of what is done next. */
export async function endOfLog(folder: string): Promise<number> {
  return (await stat(join(folder, 'postgres/log'))).size
}

/** Statements that are slow or read much more than they return, the slowest first. The work was done `times` times: what took
 *  long once only waited for the machine. */
export async function excessesSince(folder: string, position: number, times: number): Promise<Told[]> {
  const all = new Map<string, Told[]>()
  for await (const told of loggedSince(folder, position)) {
    const key = told.statement + told.from
    all.set(key, [...(all.get(key) ?? []), told])
  }
  const quickest = [...all.values()]
    .filter((of) => of.length >= times)
    .flatMap((of) => of.toSorted((a, b) => a.milliseconds - b.milliseconds)[0] ?? [])
  return quickest.filter(isTooMuch).toSorted((a, b) => b.milliseconds - a.milliseconds)
}

/** A plan is the lines below its duration that begin with a tab. */
async function* loggedSince(folder: string, start: number): AsyncGenerator<Told> {
  const log = createReadStream(join(folder, 'postgres/log'), { start })
  let milliseconds: number | undefined
  let plan: string[] = []
  for await (const line of createInterface({ input: log })) {
    if (line.startsWith('\t')) {
      plan.push(line)
      continue
    }
    if (milliseconds !== undefined) yield toldOf(milliseconds, plan.join('\n'))
    const [, duration] = /duration: ([\d.]+) ms {2}plan:$/.exec(line) ?? []
    milliseconds = duration === undefined ? undefined : Number(duration)
    plan = []
  }
  if (milliseconds !== undefined) yield toldOf(milliseconds, plan.join('\n'))
}

function toldOf(milliseconds: number, plan: string): Told {
  const { 'Query Text': text, Plan } = Logged.parse(JSON.parse(plan))
  return {
    statement: text.replaceAll(/\s+/g, ' ').trim() || 'inside a function',
    milliseconds,
    returned: Plan['Actual Rows'] * Plan['Actual Loops'],
    ...scansOf(Plan),
  }
}

function scansOf(plan: Node): { read: number; from: string } {
  const read = new Map<string, number>()
  for (const node of nodes(plan)) {
    const table = node['Relation Name']
    if (table !== undefined) read.set(table, (read.get(table) ?? 0) + readBy(node))
  }
  const [most] = [...read].toSorted(([, a], [, b]) => b - a)
  return { from: most?.[0] ?? '', read: most?.[1] ?? 0 }
}

const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)]

const readBy = (node: Node) =>
  Math.round(
    (node['Actual Rows'] +
      (node['Rows Removed by Filter'] ?? 0) +
      (node['Rows Removed by Index Recheck'] ?? 0)) *
      node['Actual Loops'],
  )
