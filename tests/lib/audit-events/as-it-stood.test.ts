import { expect, test } from 'vitest'
import { archiveMilestone } from '#lib/milestones/archive.ts'
import { changeDueDate } from '#lib/milestones/change-due-date.ts'
import { confirmMilestone } from '#lib/milestones/confirm.ts'
import { releaseMilestone } from '#lib/milestones/release.ts'
import { acceptReport } from '#lib/progress-reports/accept.ts'
import { returnReport } from '#lib/progress-reports/return.ts'
import { submitReport } from '#lib/progress-reports/submit.ts'
import { run } from '#lib/runner/run.ts'
import { aMilestone, aReport, newId, owner, rows, versionOf } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

/** The ledger keeps old and new of each field: out of its events alone every record can be seen as it stood on any day. */

const world = withWorld()

type Records = Record<string, unknown>

/** Each record that there is, as it is now, and what time it is. */
async function asItStands(): Promise<{ at: Date; records: Records }> {
  const kept = await rows<{ name: string }>(
    `select tgrelid::regclass::text as name from pg_trigger where tgname = 'remember' order by 1`,
  )
  expect(kept.length).toBeGreaterThan(30)
  const each = kept.map(({ name }) => `select '${name}' as name, id, row_to_json(r) as record from ${name} r`)
  const { at, found } = await inUtc(
    `select clock_timestamp() as at, json_object_agg(name || ' ' || id, record) as found from (${each.join(' union all ')}) e`,
  )
  return { at, records: found }
}

/** The same out of the events until then. What was released left one audience only to appear in another. */
async function asItStood(at: Date): Promise<Records> {
  const { found } = await inUtc(
    `select now() as at, json_object_agg(record_table || ' ' || record_id, after::json) filter (where after is not null) as found
     from (select distinct on (c.record_table, c.record_id) c.record_table, c.record_id, c.after
       from changes c join events e using (command, audience_id) where c.kind <> 'left' and e.at <= $1
       order by c.record_table, c.record_id, e.at desc, c.n desc) last`,
    at,
  )
  return found
}

async function inUtc(statement: string, ...values: unknown[]): Promise<{ at: Date; found: Records }> {
  const client = await owner().connect()
  try {
    await client.query(`set time zone 'UTC'`)
    const [row] = (await client.query<{ at: Date; found: Records }>(statement, values)).rows
    if (!row) throw new Error('an aggregate without a row')
    return row
  } finally {
    client.release(true)
  }
}

test('out of the events each record is seen as it stood at any moment', async () => {
  const { official, staff, secondStaff, koreanStaff } = world()
  const shared = await aMilestone(world(), { status: 'planned' })
  const own = await aMilestone(world(), { visibility: 'UZ', status: 'in_progress' })
  const moments = [await asItStands()]
  const now = async (milestone: { id: string; code: string }) => ({
    id: newId(),
    milestone: milestone.code,
    version: (await versionOf(milestone.id)).version,
  })
  const done = async (outcome: Promise<{ ok: boolean }>) => {
    expect(await outcome).toMatchObject({ ok: true })
    moments.push(await asItStands())
  }

  const first = aReport(shared, { percent: 40 })
  await done(run(submitReport, official, first))
  await done(run(returnReport, staff, { id: newId(), report: first.id, reason: 'Attach the act.' }))
  const second = aReport(shared, { percent: 100 })
  await done(run(submitReport, official, second))
  await done(run(acceptReport, staff, { id: newId(), report: second.id }))
  await done(run(confirmMilestone, secondStaff, await now(shared)))
  await done(run(confirmMilestone, koreanStaff, await now(shared)))
  const moved = { to: { year: '2030', part: '', day: '' }, cause: 'financing', words: 'The loan is late.' }
  await done(run(changeDueDate, staff, { ...(await now(own)), ...moved }))
  await done(run(releaseMilestone, staff, { ...(await now(own)), to: 'shared', reason: 'Agreed.' }))
  const [released] = await rows<{ id: string; code: string }>(
    'select id, code from milestones where id = $1',
    own.id,
  )
  if (!released) throw new Error('a milestone that was released is gone')
  await done(run(archiveMilestone, staff, await now(released)))

  expect(moments.length).toBe(10)
  for (const { at, records } of moments) expect(await asItStood(at)).toEqual(records)
})
