// npm run draft-migration: prints the SQL that leads from the models of the last commit (from nothing, as long as there
// is no migration) to the models as they stand in prisma/models. Changes nothing. What Prisma cannot say (checks, partial
// indexes, triggers, the calls that put a table behind the wall) is written by hand below it.

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { script, root } from '../lib/core/script.ts'
import { modelsIn, printDiff } from '../lib/core/migrations.ts'
import type { Models } from '../lib/core/migrations.ts'

await script(async () => {
  const before = existsSync(join(root, 'prisma/migrations')) ? modelsOfLastCommit() : []
  process.stdout.write(await printDiff(before, await modelsIn(join(root, 'prisma/models'))))
})

function modelsOfLastCommit(): Models {
  try {
    const files = git('ls-tree', '--name-only', 'HEAD', 'prisma/models/').split('\n').filter(Boolean)
    return files.map((file) => ({ path: basename(file), content: git('show', `HEAD:${file}`) }))
  } catch {
    return [] // nothing was ever committed
  }
}

function git(...words: string[]): string {
  return execFileSync('git', words, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  })
}
