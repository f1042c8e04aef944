// npm run seed: loads the real Uzbekistan–Korea programme, with its sources, into a database that has the migrations and no
// partnership yet. A second run changes nothing. npm start does the same on its first run.

import pg from 'pg'
import { generateClient } from '../lib/core/build.ts'
import { openDatabaseServer } from '../lib/core/database-server.ts'
import { say, script } from '../lib/core/script.ts'
import { readSettings } from '../lib/core/settings.ts'

/** `demo`: with the people whom demo mode offers to sign in as. */
export async function seedIfEmpty(ownerUrl: string, options: { demo: boolean }): Promise<void> {
  if (await hasPartnership(ownerUrl)) return
  say('Loading the Uzbekistan–Korea programme …')
  const { seed } = await import('../prisma/seed/seed.ts')
  await seed(ownerUrl, say, options)
}

async function hasPartnership(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query('select from partnerships limit 1')).rowCount === 1
  } finally {
    await client.end()
  }
}

if (import.meta.main) {
  await script(async () => {
    const settings = readSettings()
    await generateClient()
    const database = await openDatabaseServer(settings)
    try {
      if (await hasPartnership(database.ownerUrl)) say('Nothing to do: the database has a programme.')
      await seedIfEmpty(database.ownerUrl, { demo: settings.databaseUrl === undefined })
    } finally {
      await database.leave()
    }
  })
}
