// npm run audit:verify: checks each chain of the ledger, its events, and that each live record equals its last event, in the
// embedded database or that of DATABASE_URL, also while Langar runs. Changes nothing. Prints what does not verify, a problem
// a line: audience, number of the event, problem, table, id. Exit code 1 when there is one.

import pg from 'pg'
import { openDatabaseServer } from '../lib/core/database-server.ts'
import { say, script } from '../lib/core/script.ts'
import { readSettings } from '../lib/core/settings.ts'

type Problem = { audience_id: string; seq: string; problem: string; record_table: string; record_id: string }

await script(async () => {
  const database = await openDatabaseServer(readSettings())
  try {
    await verify(database.ownerUrl)
  } finally {
    await database.leave()
  }
})

/** In one snapshot, so that what is written meanwhile is no problem. */
async function verify(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows: problems } = await client.query<Problem>('select * from verify_ledger()')
    const { rows } = await client.query<{ events: string; audiences: string }>(
      'select (select count(*) from events) as events, (select count(*) from heads) as audiences',
    )
    for (const found of problems) {
      say(
        [found.audience_id, found.seq, found.problem, found.record_table, found.record_id]
          .filter(Boolean)
          .join('  '),
      )
    }
    if (problems.length > 0) process.exitCode = 1
    else
      say(
        `${rows[0]?.events} events, ${rows[0]?.audiences} audiences: every chain and every record verifies.`,
      )
  } finally {
    await client.end()
  }
}
