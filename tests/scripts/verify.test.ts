import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { applyMigrations } from '#lib/core/migrations.ts'
import { ask, folderForFile, newDatabaseOn, serverIn } from '#tests/own-server.ts'
import { run } from '#tests/scripts.ts'
import { seed } from '../../prisma/seed/seed.ts'

/** Somebody who has the owner's password to the database edits it past the program. */

const folder = folderForFile()
let url = ''

beforeAll(async () => {
  url = await newDatabaseOn(await serverIn(folder))
  await applyMigrations(url, join(import.meta.dirname, '../../prisma/migrations'))
  await seed(url, () => {}, { demo: true })
  await ask(url, 'create schema aside') // where the forger keeps what he takes
})

const milestone = `code = 'UZ-KR-SC-01-04'`
const semiconductors = `direction_id = (select id from directions where code = 'SC')`
const shared = `(select id from audiences where kind = 'shared')`
const second = `audience_id = ${shared} and seq = 2`
const ofSecond = `(command, audience_id) in (select command, audience_id from events where ${second})`
const uuid = '[0-9a-f-]{36}'

/** A statement as the owner, with the triggers of one table asleep. */
const asleep = (table: string, statement: string) =>
  `alter table ${table} disable trigger user; ${statement}; alter table ${table} enable trigger user`

test.each([
  {
    forgery: 'the content of an event',
    forge: `create table aside.name as select name from events where ${second};
      update events set name = 'milestones.confirm' where ${second}`,
    mend: `update events set name = (table aside.name) where ${second}`,
    named: ['UZ-KR shared, event 2: event or its changes edited'],
  },
  {
    forgery: 'the record in an event',
    forge: `create table aside.change as select * from changes where ${ofSecond};
      update changes set after = replace(after, 'UZ-KR', 'UZ-JP') where ${ofSecond}`,
    mend: `delete from changes where ${ofSecond}; insert into changes table aside.change`,
    named: ['UZ-KR shared, event 2: event or its changes edited'],
  },
  {
    forgery: 'the record in an event, struck out',
    forge: `create table aside.struck as select * from changes where ${ofSecond};
      update changes set after = '' where ${ofSecond}`,
    mend: `delete from changes where ${ofSecond}; insert into changes table aside.struck`,
    named: ['UZ-KR shared, event 2: event or its changes edited'],
  },
  {
    forgery: 'the hash of an event',
    forge: `create table aside.hash as select hash from events where ${second};
      update events set hash = sha256('forged') where ${second}`,
    mend: `update events set hash = (table aside.hash) where ${second}`,
    named: ['UZ-KR shared, event 2: event or its changes edited'],
  },
  {
    forgery: 'an event that is taken out',
    forge: `create table aside.gone as select * from changes where ${ofSecond};
      create table aside.event as select * from events where ${second};
      delete from changes where ${ofSecond}; delete from events where ${second}`,
    mend: 'insert into events table aside.event; insert into changes table aside.gone',
    named: ['UZ-KR shared, event 3: the event before it is gone'],
  },
  {
    forgery: 'the last event, taken out',
    forge: `create table aside.last as select * from events
        where audience_id = ${shared} order by seq desc limit 1;
      create table aside.of_last as select c.* from changes c join aside.last using (command, audience_id);
      delete from changes using aside.last l
        where (changes.command, changes.audience_id) = (l.command, l.audience_id);
      delete from events using aside.last l where (events.audience_id, events.seq) = (l.audience_id, l.seq)`,
    mend: 'insert into events table aside.last; insert into changes table aside.of_last',
    named: [String.raw`UZ-KR shared, event \d+: head is not its last event`],
  },
  {
    forgery: 'a head that is gone',
    forge: `create table aside.head as select * from heads where audience_id = ${shared};
      delete from heads where audience_id = ${shared}`,
    mend: 'insert into heads table aside.head',
    named: [String.raw`UZ-KR shared, event \d+: head is not its last event`],
  },
  {
    forgery: 'one live record',
    forge: asleep('milestones', `update milestones set weight = weight + 1 where ${milestone}`),
    mend: asleep('milestones', `update milestones set weight = weight - 1 where ${milestone}`),
    named: [String.raw`UZ-KR shared, event \d+: row edited: milestones UZ-KR-SC-01-04 ${uuid}`],
  },
  {
    forgery: 'a status, which moves no tally',
    forge: asleep('milestones', `update milestones set status = 'completed' where ${milestone}`),
    mend: asleep('milestones', `update milestones set status = 'planned' where ${milestone}`),
    named: [
      String.raw`UZ-KR shared, event \d+: row edited: milestones UZ-KR-SC-01-04 ${uuid}`,
      ...['milestone_tallies', 'quarter_tallies', 'responsible_tallies'].map(
        (kept) => `UZ-KR shared: tally is not what counting gives: ${kept} SC ${uuid}`,
      ),
      `UZ-KR shared: tally is not what counting gives: body_tallies [A-Z-]+ ${uuid}`,
    ],
  },
  {
    forgery: 'a key that nothing waits for',
    forge: `insert into waiting_keys (milestone_id, country_id, audience_id, partnership_id, waits_for, code)
      select m.id, s.country_id, m.audience_id, m.partnership_id, 'first-key', m.code
      from milestones m join sides s on s.partnership_id = m.partnership_id and s.position = 1 where m.${milestone}`,
    mend: 'delete from waiting_keys',
    named: [`UZ-KR shared: not what counting gives: waiting_keys UZ-KR-SC-01-04 ${uuid}`],
  },
  {
    forgery: 'a slip, made smaller',
    forge: `create table aside.slip as select * from slips order by milestone_id limit 1;
      update slips set days = slips.days - 1 from aside.slip s where slips.milestone_id = s.milestone_id`,
    mend: `update slips set days = s.days from aside.slip s where slips.milestone_id = s.milestone_id`,
    named: [
      `UZ-KR shared: not what counting gives: slips UZ-KR-[A-Z0-9-]+ ${uuid}`,
      `UZ-KR shared: tally is not what counting gives: slip_tallies [A-Z]{2} ${uuid}`,
    ],
  },
  {
    forgery: 'an initiative too many',
    forge: `update initiative_tallies set size = size + 1 where ${semiconductors}`,
    mend: `update initiative_tallies set size = size - 1 where ${semiconductors}`,
    named: [`UZ-KR shared: tally is not what counting gives: initiative_tallies SC ${uuid}`],
  },
  {
    forgery: 'a live record that is deleted',
    forge: `create table aside.cited as select * from citations limit 1;
      ${asleep('citations', 'delete from citations where id in (select id from aside.cited)')}`,
    mend: asleep('citations', 'insert into citations table aside.cited'),
    named: [String.raw`UZ-KR shared, event \d+: row is gone: citations ${uuid}`],
  },
  {
    forgery: 'a record that no event knows',
    forge: asleep(
      'organisations',
      `insert into organisations select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(),
         'code', 'FORGED'))).* from organisations o order by o.code limit 1`,
    ),
    mend: asleep('organisations', `delete from organisations where code = 'FORGED'`),
    named: [`common: row without event: organisations ${uuid}`],
  },
  {
    forgery: 'a record that is shown to the public',
    forge: asleep('milestones', `update milestones set audience_id = partnership_id where ${milestone}`),
    mend: asleep('milestones', `update milestones set audience_id = ${shared} where ${milestone}`),
    named: [
      String.raw`UZ-KR shared, event \d+: row is gone: milestones UZ-KR-SC-01-04 ${uuid}`,
      `UZ-KR public: row without event: milestones UZ-KR-SC-01-04 ${uuid}`,
    ],
  },
  {
    forgery: 'a table whose ledger sleeps',
    forge: `alter table milestones disable trigger remember;
      update milestones set weight = weight + 1 where ${milestone}`,
    mend: `update milestones set weight = weight - 1 where ${milestone};
      alter table milestones enable trigger remember`,
    named: [
      'table without its ledger: milestones',
      String.raw`UZ-KR shared, event \d+: row edited: milestones UZ-KR-SC-01-04 ${uuid}`,
    ],
  },
  {
    forgery: 'a table whose ledger is taken away',
    forge: `drop trigger remember on milestones; update milestones set weight = weight + 1 where ${milestone}`,
    mend: `update milestones set weight = weight - 1 where ${milestone};
      create trigger remember after insert or update or delete on milestones
        for each row execute function remember()`,
    named: [
      'table without its ledger: milestones',
      String.raw`UZ-KR shared, event \d+: row edited: milestones UZ-KR-SC-01-04 ${uuid}`,
    ],
  },
])('$forgery: named, and when mended all verifies again', async ({ forge, mend, named }) => {
  await ask(url, `begin; ${forge}; commit`)
  const { code, said, errors } = await run('verify', { DATABASE_URL: url })
  await ask(url, `begin; ${mend}; commit`)
  expect({ code, errors }).toEqual({ code: 1, errors: '' })
  for (const line of named) expect(said).toMatch(new RegExp(`^${line}$`, 'm'))
  expect(await ask(url, 'select * from verify_ledger()')).toEqual([])
})

test('what is as it was verifies', async () => {
  expect(await run('verify', { DATABASE_URL: url })).toEqual({
    code: 0,
    errors: '',
    said: expect.stringMatching(/^\d+ events, 7 audiences: every chain and every record verifies\.$/m),
  })
})
