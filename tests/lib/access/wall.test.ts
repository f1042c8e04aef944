import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { viewerOf, type Viewer } from '#lib/access/viewer.ts'
import { asViewer, seenBy, wallStands } from '#lib/access/wall.ts'
import { database } from '#lib/core/database.ts'
import { Prisma } from '#lib/core/generated/prisma/client.ts'
import { submitReport } from '#lib/progress-reports/submit.ts'
import { run } from '#lib/runner/run.ts'
import { aMilestone, aReport, asOwner, newId, owner, rows } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()
const as = <T>(viewer: Viewer, statement: string) =>
  asViewer(viewer, (tx) => tx.$queryRaw<T[]>(Prisma.raw(statement))) // oxlint-disable-line no-restricted-properties -- the test is the attacker
const refusedWith = (code: string) => expect.objectContaining({ code })
/** Statements as a command would run them, sealed. */
const act = (viewer: Viewer, ...statements: string[]) =>
  asViewer(viewer, async (tx) => {
    for (const statement of statements) await tx.$executeRaw(Prisma.raw(statement)) // oxlint-disable-line no-restricted-properties -- the test is the attacker
    await tx.$executeRaw`select seal('by-hand')`
  })

const lint = async (tx: { query: pg.Pool['query'] }): Promise<string[]> => {
  const file = await readFile(join(import.meta.dirname, 'lint.sql'), 'utf8')
  const queries = file.matchAll(/^-- ([^\n,:]+).*\n((?:select|with)[^;]+);/gm)
  const named: string[] = []
  for (const [, name, query] of queries)
    for (const { problem } of (await tx.query(query ?? '')).rows) named.push(`${name} | ${problem}`)
  return named
}

test('every table lies behind the wall, as the written lists say', async () => {
  expect(await lint(owner())).toEqual([])
})

test.each([
  ['drop policy audience on milestones', 'a table without its wall | milestones'],
  ['alter table evidence disable row level security', 'a table without its wall | evidence'],
  ['alter policy audience on evidence using (true)', 'a table without its wall | evidence'],
  ['create table notes (id uuid primary key)', 'a table without its wall | notes'],
  ['create policy also on milestones using (true)', 'a second policy | milestones: also'],
  ['drop trigger guard on evidence', 'an audience that may be any | evidence'],
  ['drop trigger remember on evidence', 'a record that the ledger does not remember | evidence'],
  [
    'alter table evidence disable trigger remember',
    'a record that the ledger does not remember | evidence: remember',
  ],
  [`create type mood as enum ('good'); alter table milestones add mood mood`, 'an enum | milestones.mood'],
  [
    'alter table milestones alter audience_id reset (n_distinct)',
    'audience_id without n_distinct | milestones',
  ],
  [
    'create index wide on milestones (audience_id, due_on)',
    'audience_id as a key of an index instead of INCLUDE | wide',
  ],
  [
    `create function peek() returns int language sql security definer as 'select 1'`,
    'a definer function that is not on the list | peek()',
  ],
  ['alter function seal reset search_path', 'a definer function that is not on the list | seal(text)'],
  [
    `create function peek() returns int language sql as 'select 1'; grant execute on function peek to public`,
    'a function that everybody may call | peek()',
  ],
  ['create view peek as select * from milestones', "a view that looks with its owner's eyes | peek"],
  ['grant delete on milestones to langar_app', 'a right of the application | milestones: DELETE'],
  ['grant insert on events to langar_app', 'a right of the application | events: INSERT'],
  ['grant usage on schema private to langar_app', 'a right of the application | private: USAGE'],
  ['grant select on private.sessions to langar_app', 'a right of the application | private.sessions: SELECT'],
])('the lint names: %s', async (fixture, expected) => {
  const tx = await owner().connect()
  try {
    await tx.query(`begin; ${fixture}`)
    expect(await lint(tx as never)).toContain(expected)
  } finally {
    await tx.query('rollback')
    tx.release()
  }
})

test('taken off whichever table, the wall is missed there', async () => {
  const tables = await rows<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity order by 1`,
  )
  expect(tables.length).toBeGreaterThan(40)
  const tx = await owner().connect()
  const missed: string[] = []
  for (const { name } of tables) {
    await tx.query(`begin; alter table ${name} disable row level security`)
    missed.push(...(await lint(tx as never)))
    await tx.query('rollback')
  }
  tx.release()
  expect(missed).toEqual(tables.map(({ name }) => `a table without its wall | ${name}`))
})

test('the application does not serve as a role that the wall does not hold', async () => {
  await wallStands()
  const [asOwnerSeen] = await rows(`select row_security_active('milestones') as stands`)
  expect(asOwnerSeen).toEqual({ stands: false })
})

test('a forgotten viewer is an error, not an empty page', async () => {
  await aMilestone(world())
  await expect(database().milestone.findMany()).rejects.toThrow()
})

test('side B sees none of side A’s own: rows, counts, joins, aggregates, tallies, events', async () => {
  const seen = () =>
    as(
      world().koreanStaff,
      `select (select count(*)::int from milestones) as milestones,
      (select string_agg(code, ',' order by code) from milestones) as codes,
      (select coalesce(sum(size), 0)::int from milestone_tallies) as tallied,
      (select coalesce(sum(size), 0)::int from quarter_tallies) as in_quarters,
      (select coalesce(sum(size), 0)::int from responsible_tallies) as of_responsible,
      (select coalesce(sum(size), 0)::int from body_tallies) as of_bodies,
      (select count(*)::int from changes) as changes, (select count(*)::int from events) as events,
      (select json_agg(seq order by audience_id) from heads)::text as heads`,
    )
  const before = await seen()
  const secret = await aMilestone(world(), { visibility: 'UZ', title: 'Negotiating position' })
  await run(submitReport, world().official, aReport(secret))
  expect(await seen()).toEqual(before)
  expect(await as(world().official, `select 1 from milestones where id = '${secret.id}'`)).toHaveLength(1)
})

test('hidden and absent sound alike, to keys and to commands', async () => {
  const secret = await aMilestone(world(), { visibility: 'UZ' })
  const said = (milestone: string) =>
    act(
      world().koreanStaff,
      `insert into progress_reports (id, audience_id, partnership_id, milestone_id, post_id, percent, narrative, language, submitted_at)
      values (gen_random_uuid(), '${world().audience.KR}', '${world().partnership}', '${milestone}', '${world().post.koreanStaff}', 1, 'x', 'en', now())`,
    ).then(
      () => 'written',
      (error: Error) => error.message.replaceAll(milestone, ''),
    )
  expect(await said(secret.id)).toBe(await said(newId()))
  expect(await run(submitReport, world().koreanOfficial, aReport(secret))).toEqual(
    await run(submitReport, world().koreanOfficial, aReport({ code: 'UZ-KR-SC-99-99' })),
  )
})

test('writing outside of the write list, deleting, and what the ledger keeps are refused', async () => {
  const { id } = await aMilestone(world())
  await expect(
    act(world().observer, `update milestones set note = 'mine' where id = '${id}'`),
  ).rejects.toEqual(refusedWith('42501'))
  await expect(act(world().official, `update partnerships set note = 'mine'`)).rejects.toEqual(
    refusedWith('42501'),
  )
  await expect(act(world().staff, 'delete from milestones')).rejects.toEqual(refusedWith('42501'))
  const kept = await rows<{ name: string }>('select name from kept_counted()')
  for (const table of ['heads', 'events', 'changes', 'audiences', ...kept.map(({ name }) => name)])
    await expect(as(world().staff, `delete from ${table}`)).rejects.toEqual(refusedWith('42501'))
})

test('a question neither writes nor locks, and what failed in it is of no consequence for the next', async () => {
  const question = (statement: string) => seenBy(world().staff, (tx) => tx.$queryRaw(Prisma.raw(statement))) // oxlint-disable-line no-restricted-properties -- the test is the attacker
  for (const statement of ['update milestones set weight = 5', 'select from milestones for no key update'])
    await expect(question(statement)).rejects.toEqual(refusedWith('25006'))
  await expect(question('select no_such_thing')).rejects.toEqual(refusedWith('42703'))
  expect(await question('select 1 as one')).toEqual([{ one: 1 }])
})

test('an error that a question swallows fails it all the same', async () => {
  const swallowed = seenBy(world().staff, async (tx) => {
    await tx.$queryRaw`select no_such_thing`.catch(() => {})
    return 'all is well'
  })
  await expect(swallowed).rejects.toEqual(refusedWith('42703'))
})

test.each([
  ['question', seenBy],
  ['command', asViewer],
])('after a %s has failed, what goes on of it asks nothing', async (_what, behindTheWall) => {
  const failed = Promise.withResolvers<void>()
  let further: Promise<unknown> | undefined
  const asked = behindTheWall(world().staff, async (tx) => {
    further = failed.promise.then(() => tx.$queryRaw`select 1`)
    throw new Error('one part of it')
  })
  await expect(asked).rejects.toThrow('one part of it')
  failed.resolve()
  await expect(further).rejects.toThrow('the transaction has ended')
})

test('audiences never narrow, and widen only in a release', async () => {
  const { id } = await aMilestone(world())
  const move = (audience: string) => `update milestones set audience_id = '${audience}' where id = '${id}'`
  await expect(act(world().staff, move(world().audience.UZ))).rejects.toEqual(refusedWith('LG002'))
  await expect(act(world().staff, move(world().audience.public))).rejects.toEqual(refusedWith('LG001'))
  const own = await aMilestone(world(), { visibility: 'UZ' })
  const widen = `update milestones set audience_id = '${world().audience.shared}' where id = '${own.id}'`
  await expect(act(world().staff, widen)).rejects.toEqual(refusedWith('LG003'))
  await act(world().staff, `select release_into('${world().audience.shared}')`, widen)
})

test('a circle of dependencies is refused', async () => {
  const [a, b, c] = [await aMilestone(world()), await aMilestone(world()), await aMilestone(world())]
  const waits = (from: { id: string }, to: { id: string }) =>
    act(
      world().staff,
      `insert into milestone_dependencies (id, audience_id, milestone_id, waits_for_id)
      values (gen_random_uuid(), '${world().audience.shared}', '${from.id}', '${to.id}')`,
    )
  await waits(a, b)
  await waits(b, c)
  await expect(waits(c, a)).rejects.toEqual(refusedWith('LG004'))
})

test('no admin reads a side’s own records', () => {
  for (const who of [world().admin, world().sideAdmin])
    for (const own of [world().audience.UZ, world().audience.KR])
      expect(who.audiences.map(({ id }) => id)).not.toContain(own)
})

test('forgetting to seal fails at commit, writing after the seal at once', async () => {
  const { id } = await aMilestone(world())
  await expect(
    as(world().staff, `update milestones set note = 'unsealed' where id = '${id}'`),
  ).rejects.toThrow()
  await expect(
    asViewer(world().staff, async (tx) => {
      await tx.$executeRaw`select seal('early')`
      await tx.$executeRaw`update milestones set note = 'late' where id = ${id}::uuid`
    }),
  ).rejects.toThrow()
})

test('outside a registry an event names no person', async () => {
  const kinds = await rows(
    `select distinct a.kind from events e join audiences a on a.id = e.audience_id where person_id is not null`,
  )
  expect(kinds.every(({ kind }) => kind === 'registry')).toBe(true)
})

/** Edits as the owner, past the triggers, and puts it back. */
async function tampered(sql: string): Promise<Record<string, unknown>[]> {
  const tx = await owner().connect()
  try {
    await tx.query('begin')
    for (const { t } of (
      await tx.query(
        `select distinct tgrelid::regclass as t from pg_trigger where tgname in ('remember', 'guard')`,
      )
    ).rows)
      await tx.query(`alter table ${t} disable trigger user`)
    expect((await tx.query(sql)).rowCount).toBeGreaterThan(0)
    return (await tx.query('select * from verify_ledger()')).rows
  } finally {
    await tx.query('rollback')
    tx.release()
  }
}

test('an edited event, an edited change, an edited and a deleted row are each named', async () => {
  const { id } = await aMilestone(world())
  const shared = world().audience.shared
  expect(
    await tampered(`update events set name = 'edited' where audience_id = '${shared}' and seq = 1`),
  ).toContainEqual(expect.objectContaining({ audience_id: shared, problem: 'event or its changes edited' }))
  expect(
    await tampered(
      `update changes set after = replace(after, 'planned', 'blocked') where record_id = '${id}'`,
    ),
  ).toContainEqual(expect.objectContaining({ audience_id: shared, problem: 'event or its changes edited' }))
  expect(await tampered(`update milestones set note = 'forged' where id = '${id}'`)).toContainEqual(
    expect.objectContaining({ problem: 'row edited', record_id: id, record_table: 'milestones' }),
  )
  expect(await tampered(`delete from milestones where id = '${id}'`)).toContainEqual(
    expect.objectContaining({ problem: 'row is gone', record_id: id }),
  )
  expect(await rows('select * from verify_ledger()')).toEqual([])
})

test.each(['milestone_tallies', 'quarter_tallies', 'responsible_tallies', 'body_tallies'])(
  '%s equal counting',
  async (tallies) => {
    expect(
      await rows(
        `select audience_id, status, sum(size)::int as size from ${tallies} where size <> 0 group by 1, 2 order by 1, 2`,
      ),
    ).toEqual(
      await rows(
        'select audience_id, status, count(*)::int as size from milestones group by 1, 2 order by 1, 2',
      ),
    )
  },
)

test('a handover, an ended role and a deactivation end the sessions at once', async () => {
  const w = world()
  const end = (sql: string) => asOwner(async (tx) => void (await tx.query(sql)))
  expect(await viewerOf(w.tokens.insideObserver)).toBeDefined()
  await end(`update grants set ended_at = now() where post_id = '${w.post.insideObserver}'`)
  expect(await viewerOf(w.tokens.insideObserver)).toBeUndefined()
  await end(`update appointments set to_on = current_date where post_id = '${w.post.otherOfficial}'`)
  expect(await viewerOf(w.tokens.otherOfficial)).toBeUndefined()
  await end(`update people set deactivated_at = now() where id = '${w.person.koreanObserver}'`)
  expect(await viewerOf(w.tokens.koreanObserver)).toBeUndefined()
  const late = owner().query(`select open_session($1, sha256('late'), now() + interval '1 hour')`, [
    w.person.koreanObserver,
  ])
  await late
  expect(await viewerOf('late')).toBeUndefined()
})

test('a one-time link works once, also when two use it at the same time, and not after its time', async () => {
  const w = world()
  const issue = (token: string, until: string) =>
    asOwner((tx) =>
      tx.query(
        `insert into one_time_links (id, audience_id, person_id, token_hash, until)
         values (gen_random_uuid(), $1, $2, sha256($3), now() + $4::interval)`,
        [w.country.UZ, w.person.admin, token, until],
      ),
    )
  const set = async (token: string) =>
    (await rows<{ done: boolean }>('select set_credential($1, $2) as done', Buffer.from(token), 'hash'))[0]
      ?.done
  const holder = (token: string) => rows('select email from holder_of_link($1)', Buffer.from(token))
  await issue('first', '7 days')
  await issue('second', '7 days')
  await issue('expired', '-1 second')
  expect(await holder('first')).toEqual([{ email: expect.stringContaining('@') }])
  expect(await set('expired')).toBe(false)
  expect((await Promise.all([set('first'), set('first'), set('second')])).filter(Boolean)).toHaveLength(1)
  for (const dead of ['first', 'second', 'expired', 'unknown']) {
    expect(await set(dead)).toBe(false)
    expect(await holder(dead)).toEqual([])
  }
  await issue('third', '7 days')
  expect((await Promise.all([set('third'), set('third'), set('third')])).filter(Boolean)).toHaveLength(1)
})

test('another country’s registry is out of reach', async () => {
  expect(
    await as(world().koreanStaff, `select 1 from people where country_id = '${world().country.UZ}'`),
  ).toEqual([])
  await expect(
    act(
      world().sideAdmin,
      `insert into grants (id, audience_id, country_id, post_id, partnership_id, role) values
      (gen_random_uuid(), '${world().country.KR}', '${world().country.KR}', '${world().post.koreanStaff}', '${world().partnership}', 'staff')`,
    ),
  ).rejects.toEqual(refusedWith('42501'))
})
