import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fill } from '../../bench/data.ts'
import { testDatabase, type TestDatabase } from '../database.ts'

/** The bench measures on data that the program could have written. */

const size = 2000
let made: TestDatabase
let client: pg.Client

beforeAll(async () => {
  made = await testDatabase()
  client = await filled(made)
})
afterAll(async () => {
  await client.end()
  await made.drop()
})

async function filled({ ownerUrl }: TestDatabase): Promise<pg.Client> {
  await fill(ownerUrl, size, () => {})
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  return client
}

const one = async (sql: string): Promise<Record<string, unknown>> => (await client.query(sql)).rows[0]

test('there are as many as asked for, in fifty partnerships, the largest with a fifth', async () => {
  expect(
    await one(`select (select count(*)::int from milestones) as milestones,
      (select count(*)::int from initiatives) as initiatives, (select count(*)::int from partnerships) as partnerships,
      (select max(size)::int from (select count(*) as size from milestones group by partnership_id) of_each) as largest`),
  ).toEqual({ milestones: size, initiatives: size / 10, partnerships: 50, largest: size / 5 })
  const { reports, events } = await one(`select (select count(*)::int from progress_reports) as reports,
    (select count(*)::int from events e where exists (select from changes c where c.command = e.command
      and c.record_table in ('milestones', 'progress_reports', 'confirmations', 'signatures'))) as events`)
  expect(Number(reports) / size).toBeCloseTo(3, 0)
  expect(Number(events) / size).toBeGreaterThan(9)
  expect(Number(events) / size).toBeLessThan(13)
})

test('every status, side, audience and lateness is among them', async () => {
  expect(
    await one(`select count(distinct m.status)::int as statuses, count(distinct a.kind)::int as audiences,
      count(distinct m.lateness)::int as latenesses, bool_or(m.country_id is null) as joint
    from milestones_today m join audiences a on a.id = m.audience_id`),
  ).toMatchObject({
    statuses: 7,
    audiences: 3,
    joint: true,
    latenesses: expect.toSatisfy((n: number) => n >= 6),
  })
})

test('the ledger verifies, tallies and all', async () => {
  expect((await client.query('select * from verify_ledger() limit 20')).rows).toEqual([])
})

test('triggers, keys and indexes are back', async () => {
  const empty = await testDatabase()
  const other = new pg.Client({ connectionString: empty.ownerUrl })
  await other.connect()
  expect(await structureOf(client)).toEqual(await structureOf(other))
  await other.end()
  await empty.drop()
})

const structureOf = async (of: pg.Client) =>
  (
    await of.query(`
      select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as it from pg_constraint
      where connamespace in ('public'::regnamespace, 'private'::regnamespace)
      union all select indexdef from pg_indexes where schemaname in ('public', 'private')
      union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
      union all select oid::regprocedure || ' ' || proparallel::text from pg_proc where pronamespace = 'public'::regnamespace
      order by 1`)
  ).rows

test('whoever searches finds what the program would have kept', async () => {
  await client.query('begin')
  await client.query(`create temp table made as select * from private.searchables; delete from private.searchables;
    update milestones set title = title; update initiatives set title = title`)
  expect(
    await one(`select count(*)::int as differ from private.searchables s join made m using (record_id)
      where (s.lines, s.code, s.audience_id, s.record_table) is distinct from (m.lines, m.code, m.audience_id, m.record_table)`),
  ).toEqual({ differ: 0 })
  await client.query('rollback')
})

test('words and codes lead to what has them, and to nothing else', async () => {
  const differ = (table: string, made: string) => `(
    select count(*)::int from (
      (table ${table} except ${made}) union all (${made} except table ${table})) either_way)`
  const of = (name: string) => `select it.* from private.searchables s cross join lateral ${name}(s) it`
  expect(
    await one(`select ${differ('private.words_of_records', of('words_of'))} as words,
      ${differ('private.codes_of_records', of('codes_of'))} as codes,
      ${differ('private.words', 'select word from private.words_of_records')} as known`),
  ).toEqual({ words: 0, codes: 0, known: 0 })
})

test('a second time it is the same to the last hash', async () => {
  const again = await testDatabase()
  const second = await filled(again)
  expect(await hashOf(second)).toBe(await hashOf(client))
  await second.end()
  await again.drop()
})

async function hashOf(of: pg.Client): Promise<string> {
  const hash = createHash('sha256')
  for (const { hash: head } of (await of.query('select hash from heads order by audience_id')).rows)
    hash.update(head)
  return hash.digest('hex')
}
