// npm start: builds what is stale, starts the database (or opens that of DATABASE_URL), applies migrations, loads the real
// programme on the first run, and serves until Ctrl-C. A second run is harmless and takes seconds. Keeps its data in
// .langar (LANGAR_FOLDER), listens on 127.0.0.1:3000 (HOSTNAME, PORT).

import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Node keeps what it makes of all that is loaded from here on, so that a second start need not compile it again. It
// looks at each file itself, and keeps nothing where it may not write.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/node'))
const { script } = await import('../lib/core/script.ts')
const { start } = await import('./serve.ts')

await script(() => start({ dev: false }))
process.exit() // Next.js leaves timers behind that would keep us for ten seconds
