import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '#lib/access/wall.ts'
import { seededDatabase, type TestDatabase } from '#tests/database.ts'

/** What the database itself refuses, whoever writes: here the owner, past the wall and past every command. */

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await seededDatabase()
  client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const one = `where code = 'UZ-KR-SC-01-04'`
const [aCheck, aKey, aGuard, twice, stillNeeded] = ['23514', '23503', 'LG001', '23505', '23001']
const nowhere = `'00000000-0000-4000-8000-000000000000'`

test.each([
  ['101 percent', aCheck, `update milestones set percent = 101 ${one}`],
  ['a weight of nothing', aCheck, `update milestones set weight = 0 ${one}`],
  ['a status that there is not', aCheck, `update milestones set status = 'done' ${one}`],
  ['a block without its cause', aCheck, `update milestones set status = 'blocked' ${one}`],
  ['a completion of what is planned', aCheck, `update milestones set completed_on = '2026-01-01' ${one}`],
  ['a month that ends on its 15th', aCheck, dueOn('2026-06-15', 'month')],
  ['a year that ends in November', aCheck, dueOn('2026-11-30', 'year')],
  ['a precision that there is not', aCheck, dueOn('2026-12-31', 'decade')],
  [
    'a due date without a baseline',
    aCheck,
    `update milestones set baseline_on = null, baseline_precision = null
     where code = 'UZ-KR-CM-01-07'`,
  ],
  ['days of a move that are not its own', aCheck, 'update due_date_changes set days = days + 1'],
  ['a title in no language', aCheck, `update initiatives set title = '{}'`],
  [
    'a text that is neither authentic nor a translation',
    aCheck,
    `update initiatives set title = jsonb_set(title, '{en,standing}', '"guess"')`,
  ],
  ['a value chain’s stage that there is not', aCheck, `update initiatives set stages = '{smelting}'`],
  ['a standing that there is not', aCheck, `update initiatives set standing = 'doing fine'`],
  ['a currency that is none', aCheck, `update finance_records set currency = 'usd'`],
  [
    'a commitment from nobody',
    aCheck,
    `update finance_records set provider_id = null, provider_country_id = null
     where transaction_type is not null`,
  ],
  ['money without a currency', aCheck, 'update reported_values set currency = null where amount is not null'],
  ['a trade figure that ends before it starts', aCheck, 'update trade_figures set ends_on = starts_on - 1'],
  [
    'a trade figure without a currency',
    aCheck,
    'update trade_figures set currency = null where value is not null',
  ],
  ['a code with a blank', aCheck, `update agreements set code = 'UZ KR'`],
  ['a source that no browser opens', aCheck, `update sources set url = 'ftp://example.org'`],
  [
    'a citation of two things',
    aCheck,
    `update citations set milestone_id = (select id from milestones limit 1)
     where initiative_id is not null`,
  ],
  [
    'two milestones of one code',
    twice,
    `update milestones set code = 'UZ-KR-SC-01-04' where code = 'UZ-KR-SC-04-02'`,
  ],
  ['two values that count', twice, `update reported_values set counts = true where about = 'due'`],
  ['two decisions of one number', twice, 'update decisions set number = 1'],
  [
    'two keys of one side',
    twice,
    `insert into confirmations (id, audience_id, partnership_id, milestone_id, country_id, verdict, at)
     select gen_random_uuid(), audience_id, partnership_id, milestone_id, country_id, verdict, at from confirmations limit 1`,
  ],
  [
    'a milestone of a body that there is not',
    aKey,
    `update milestones set organisation_id = ${nowhere} ${one}`,
  ],
  ['a milestone of no initiative', aGuard, `update milestones set initiative_id = ${nowhere} ${one}`],
  ['a meeting that goes while its decisions stay', stillNeeded, 'delete from meetings'],
])('%s', async (_, code, statement) => {
  await client.query('begin')
  try {
    await client.query(
      'select view_as($1, $1, array(select id from audiences), array(select id from audiences))',
      [nobody],
    )
    const refused = client.query(`${statement}; set constraints all immediate`)
    await expect(refused).rejects.toMatchObject({ code })
  } finally {
    await client.query('rollback')
  }
})

function dueOn(day: string, precision: string): string {
  return `update milestones set baseline_on = '${day}', baseline_precision = '${precision}', due_on = '${day}',
    due_precision = '${precision}' ${one}`
}

test('no amount is a binary fraction: each figure keeps the decimals that were published', async () => {
  const { rows } = await client.query(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and data_type in ('real', 'double precision', 'money')`,
  )
  expect(rows).toEqual([])
})
