import pg from 'pg'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { asApplication } from '#lib/core/database.ts'
import { auditEventList } from '#lib/audit-events/list.ts'
import { initiativePage } from '#lib/initiatives/initiative.ts'
import { initiativeList } from '#lib/initiatives/list.ts'
import { milestoneBoard } from '#lib/milestones/board.ts'
import { milestonePage } from '#lib/milestones/milestone.ts'
import { myWork } from '#lib/milestones/my-work.ts'
import { partnershipsFrame } from '#lib/partnerships/frame.ts'
import { partnershipOverview } from '#lib/partnerships/overview.ts'
import { reportHistory } from '#lib/progress-reports/history.ts'
import { reviewQueue } from '#lib/progress-reports/review.ts'
import type { AnyQuestion } from '#lib/runner/question.ts'
import { searchResults } from '#lib/search/results.ts'
import { sourcePage } from '#lib/sources/source.ts'
import { asOwner, insert, rows, signedIn, texts, type Who } from './builders.ts'
import { fillWith } from './many.ts'
import { withWorld } from './world.ts'

/** What is asked often stays fast when there are many: on twenty thousand milestones, as the application's role behind the
 *  wall, each statement reads what it shows and little more. */

const world = withWorld()
const size = 20_000

beforeAll(async () => {
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] })
  await client.connect()
  await fillWith(client, world(), size)
  await client.end()
  // The official answers for a body that has its share of them.
  const { audience, partnership, post } = world()
  // What is contradicted about an initiative is looked for at each.
  const [many] = await rows<{ id: string }>(`select id from initiatives where code = 'UZ-KR-MANY-77'`)
  await asOwner((tx) =>
    insert(tx, 'contradictions', {
      audience_id: audience.shared,
      partnership_id: partnership,
      position: 1,
      topic: texts('When it begins'),
      initiative_id: many?.id,
    }),
  )
  // So is what rests on a source.
  await asOwner(async (tx) => {
    const own = { audience_id: audience.shared, partnership_id: partnership }
    const source = { ...own, code: 'UZ-KR-SRC-777', title: 'Report', publisher: 'Agency' }
    const source_id = await insert(tx, 'sources', source)
    await insert(tx, 'citations', { ...own, source_id, position: 1, initiative_id: many?.id })
  })
  await asOwner((tx) =>
    tx.query(
      `update posts set organisation_id = (select organisation_id from milestones
         where status = 'in_progress' and audience_id = $2 and code like 'UZ-KR-MANY-%' order by code limit 1)
       where id = $1`,
      [post.official, audience.shared],
    ),
  )
}, 120_000)

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Node[]
}
type Statement = { text: string; values: unknown[] }

/** The statements of a question, as the driver sends them. */
async function statementsOf(
  question: AnyQuestion<unknown>,
  viewer: Viewer,
  sent: object,
): Promise<Statement[]> {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  try {
    expect(await question.ask(viewer, sent, 'en')).toBeDefined()
    return spy.mock.calls.flatMap(([first, second]) => {
      const text = typeof first === 'string' ? first : String((first as { text?: string } | undefined)?.text)
      const values =
        (first as { values?: unknown[] } | undefined)?.values ?? (second as unknown as unknown[]) ?? []
      return /^\s*(select|with)/i.test(text) && !text.includes('view_as(') ? [{ text, values }] : []
    })
  } finally {
    spy.mockRestore()
  }
}

/** The plan as it ran for whatever values it may be asked with, as langar_app, with the wall on. */
async function planOf(viewer: Viewer, { text, values }: Statement): Promise<Node> {
  const client = new pg.Client({
    connectionString: process.env['DATABASE_URL'],
    options: asApplication,
  })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select view_as($1, $1, $2, $2)', [
      viewer.person,
      viewer.audiences.map(({ id }) => id),
    ])
    await client.query(`prepare asked as ${text}`)
    const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : ''
    const { rows } = await client.query(`explain (analyze, format json) execute asked ${given}`)
    return rows[0]['QUERY PLAN'][0].Plan
  } finally {
    await client.end()
  }
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return literal(`{${value.map((one) => one ?? 'null').join(',')}}`)
  return pg.escapeLiteral(String(value))
}

const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)]

const readBy = (node: Node) =>
  (node['Actual Rows'] +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0)) *
  node['Actual Loops']

/** Tables that grow with what is agreed; the others hold a handful of rows and are read as they are. */
const large = [
  'milestones',
  'initiatives',
  'confirmations',
  'due_date_changes',
  'progress_reports',
  'report_chains',
  'report_steps',
  'evidence',
  'events',
  'changes',
  'waiting_keys',
  'slips',
]

/** What is kept counted. Of one partnership alone, as it is here, all of it may be read, if that is a tenth of what it counts. */
const counts = [
  'milestone_tallies',
  'quarter_tallies',
  'responsible_tallies',
  'body_tallies',
  'initiative_tallies',
  'slip_tallies',
]

/** What a plan does that it should not. What is counted otherwise is counted from an index alone; all else reads no more than ten
 *  times what it returns (a page's lists are gathered into one row, hence the hundred). */
function excesses(plan: Node): string[] {
  const most = 10 * Math.max(plan['Actual Rows'], 100)
  return nodes(plan).flatMap((node) => {
    const { 'Node Type': type, 'Relation Name': table = '', 'Index Name': index = '' } = node
    const read = readBy(node)
    if (counts.includes(table))
      return read <= size / 10 ? [] : [`reads ${read} of ${table} to count ${size} milestones`]
    if (!large.includes(table)) return []
    if (type === 'Seq Scan') return [`reads all of ${table}`]
    if (type === 'Index Only Scan' || read <= most) return []
    return [`${type} ${index} reads ${read} of ${table} for ${plan['Actual Rows']}`]
  })
}

const board = { partnership: 'UZ-KR' }
const later = { column: 'planned', after: 'open.2027-01-01.UZ-KR-MANY-M-1' }
const one = { milestone: 'UZ-KR-MANY-M-777' }

const asked = [
  ['staff', milestoneBoard, board],
  ['observer', milestoneBoard, board],
  ['staff', milestoneBoard, { ...board, direction: 'SC' }],
  ['staff', milestoneBoard, { ...board, body: 'BODY-8' }],
  ['staff', milestoneBoard, { ...board, direction: 'SC', due: 'late' }],
  ['staff', milestoneBoard, { ...board, direction: 'SC', quarter: '2027-Q1' }],
  ['staff', milestoneBoard, { ...board, rows: 'direction' }],
  ['staff', milestoneBoard, { ...board, rows: 'side', due: 'late' }],
  ['staff', milestoneBoard, { ...board, rows: 'organisation' }],
  ['staff', partnershipOverview, board],
  ['observer', partnershipOverview, board],
  ['staff', milestoneBoard, { ...board, ...later }],
  ['staff', milestoneBoard, { ...board, ...later, only: 'column' }],
  ['staff', initiativeList, board],
  ['observer', initiativeList, { ...board, standing: 'in_progress', after: 'UZ-KR-MANY-5' }],
  ['staff', initiativeList, { ...board, words: 'initiative 77' }],
  ['staff', searchResults, { words: 'UZ-KR-MANY-M-77' }],
  ['observer', searchResults, { words: 'milestone 777' }],
  ['staff', initiativePage, { ...board, initiative: 'UZ-KR-MANY-77' }],
  ['observer', initiativePage, { ...board, initiative: 'UZ-KR-MANY-77' }],
  ['staff', sourcePage, { ...board, source: 'UZ-KR-SRC-777' }],
  ['official', myWork, {}],
  ['staff', myWork, {}],
  ['staff', partnershipsFrame, {}],
  ['official', partnershipsFrame, {}],
  ['staff', reviewQueue, board],
  ['koreanStaff', reviewQueue, board],
  ['staff', milestonePage, one],
  ['observer', milestonePage, one],
  ['official', reportHistory, one],
  ['staff', auditEventList, {}],
  ['staff', auditEventList, { act: 'milestones.start' }],
  ['koreanStaff', auditEventList, { kind: 'milestones', in: 'UZ-KR' }],
  ['staff', auditEventList, { record: one.milestone }],
] as [Who, AnyQuestion<unknown>, object][]

test.each(asked.map(([who, question, sent]) => [who, question.name, sent, question] as const))(
  '%s asks for %s %j',
  async (who, _name, sent, question) => {
    const viewer = await signedIn(world().tokens[who])
    const statements = await statementsOf(question, viewer, sent)
    expect(statements.length).toBeGreaterThan(0)
    for (const statement of statements) {
      const plan = await planOf(viewer, statement)
      expect(excesses(plan), statement.text).toEqual([])
    }
  },
)

test('the audit trail reads a page of each audience and hops from act to act, however long the ledger is', async () => {
  const viewer = await signedIn(world().tokens.staff)
  for (const sent of [{}, { act: 'milestones.start' }, { kind: 'milestones', to: '2099-01-01' }])
    for (const statement of await statementsOf(auditEventList, viewer, sent)) {
      const ofEvents = nodes(await planOf(viewer, statement)).filter(
        ({ 'Relation Name': table }) => table === 'events',
      )
      for (const node of ofEvents) expect(readBy(node), statement.text).toBeLessThan(1000)
    }
})

test('a plan that reads too much is named, so that the check does not sleep', async () => {
  const viewer = await signedIn(world().tokens.staff)
  const planned = async (text: string) => excesses(await planOf(viewer, { text, values: [] }))
  expect(await planned(`select * from milestones where block_words = 'nothing'`)).toEqual([
    'reads all of milestones',
  ])
  expect(
    await planned(
      `select id from milestones where partnership_id = '${world().partnership}' and archived_at is null
       and status = 'planned' and due_on > '2020-01-01' and note = 'nothing' order by due_on limit 1`,
    ),
  ).toEqual([expect.stringMatching(/milestones/)])
})

test('staff and officials find what was made for them', async () => {
  const { staff } = world()
  expect(await milestoneBoard.ask(staff, board, 'en')).toMatchObject({ total: size * 0.9 })
  const work = await myWork.ask(staff, {}, 'en')
  expect(work?.keys.length).toBeGreaterThan(0)
  expect(work?.steps.length).toBeGreaterThan(0)
  const official = await signedIn(world().tokens.official)
  expect((await myWork.ask(official, {}, 'en'))?.owed.length).toBeGreaterThan(0)
})
