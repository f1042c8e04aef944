import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** The lint's answer about a folder. */
async function lint(folder: string): Promise<string> {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  const run = promisify(execFile)(process.execPath, [oxlint, '-c', '.oxlintrc.json', folder], { cwd: root })
  return run.then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  )
}

test('an arrow that goes up is named, so the check does not sleep', async () => {
  const said = await lint('tests/fixtures/arrows')
  expect(said).toContain("'#lib/core/database.ts' import is restricted")
  expect(said).toContain("'#lib/milestones/start.ts' import is restricted")
})
