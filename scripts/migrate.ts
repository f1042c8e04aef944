// npm run migrate: applies what is missing of prisma/migrations to the embedded database or that of DATABASE_URL, also
// while Langar runs. A second run changes nothing.

import { join } from 'node:path'
import { openDatabaseServer } from '../lib/core/database-server.ts'
import { applyMigrations } from '../lib/core/migrations.ts'
import { root, say, script } from '../lib/core/script.ts'
import { readSettings } from '../lib/core/settings.ts'

await script(async () => {
  const database = await openDatabaseServer(readSettings())
  try {
    const applied = await applyMigrations(database.ownerUrl, join(root, 'prisma/migrations'))
    for (const name of applied) say(`Applied ${name}`)
    if (applied.length === 0) say('Nothing to do: every migration is applied.')
  } finally {
    await database.leave()
  }
})
