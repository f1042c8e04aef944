// npm run audit:verify: checks each chain of the ledger, its events, and that each live record equals its last event, in the
// embedded database or that of DATABASE_URL, also while Langar runs. Changes nothing. Prints what does not verify, a problem
// a line: audience, number of the event, problem, table, code and id. Exit code 1 when there is one.

import pg from 'pg'
import { openDatabaseServer } from '../lib/core/database-server.ts'
import { assertMigrated } from '../lib/core/migrations.ts'
import { say, script } from '../lib/core/script.ts'
import { readSettings } from '../lib/core/settings.ts'

/** In one snapshot, so that what is written meanwhile is no problem. */
async function verify(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await assertMigrated(client)
    await client.query('begin isolation level repeatable read read only')
    const { rows: problems } = await client.query<Problem>(problemsInWords)
    const { rows } = await client.query<{ events: string; audiences: string }>(
      'select (select count(*) from events) as events, (select count(*) from heads) as audiences',
    )
    for (const problem of problems) say(lineOf(problem))
    const [count] = rows
    if (problems.length === 0)
      say(`${count?.events} events, ${count?.audiences} audiences: every chain and every record verifies.`)
    else {
      process.exitCode = 1
      say(`Does not verify: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.`)
    }
  } finally {
    await client.end()
  }
}

type Problem = {
  audience: string | null
  seq: string | null
  problem: string
  table: string | null
  code: string | null
  id: string | null
}

/** `UZ-KR shared`, `UZ-KR side UZ`, `registry UZ`, `common`; of a record the code that its events say, if it has one. */
const problemsInWords = `
  select concat_ws(' ', p.code, a.kind, c.code) as audience, v.seq, v.problem, v.record_table as table,
    v.record_id as id, (select json_of(coalesce(n.after, n.before)) ->> 'code' from changes n
      where n.record_id = v.record_id limit 1) as code
  from verify_ledger() v left join audiences a on a.id = v.audience_id
  left join partnerships p on p.id = a.partnership_id left join countries c on c.id = a.country_id`

function lineOf({ audience, seq, problem, table, code, id }: Problem): string {
  const place = [audience, seq && `event ${seq}`].filter(Boolean).join(', ')
  const record = [table, code, id].filter(Boolean).join(' ')
  return [place, problem, record].filter(Boolean).join(': ')
}

await script(async () => {
  const database = await openDatabaseServer(readSettings())
  try {
    await verify(database.ownerUrl)
  } finally {
    await database.leave()
  }
})
