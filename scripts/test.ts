// npm test: every check there is, in order, and stops at the first that fails. Needs nothing but what npm ci brought; leaves
// the program built. A word or two after `npm test --` narrow the tests: `npm test -- board`.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildApplication, generateClient } from '../lib/core/build.ts'
import { runProgram } from '../lib/core/programs.ts'
import { root, say, script } from '../lib/core/script.ts'
import { StopReason } from '../lib/core/stop-reason.ts'

const bin = (program: string) => join(root, 'node_modules/.bin', program)

await script(async () => {
  const narrowed = process.argv.slice(2)
  await generateClient()
  await step('Types of routes and messages', bin('next'), 'typegen')
  if (narrowed.length === 0) {
    await step('Formatting', bin('oxfmt'), '--check', '.')
    await step('Lint and arrows', bin('oxlint'), '--ignore-pattern', 'tests/fixtures/**')
    await step('Types', bin('tsc'), '--noEmit', '--incremental', 'false')
    await step('Unused code', bin('knip'))
  }
  await buildApplication()
  if (narrowed.length > 0) await step('Tests', bin('vitest'), 'run', ...narrowed)
  else await allTests()
  say('All is well.')
})

/** The browser keeps one core busy and waits for the other: meanwhile all other tests run, and are printed afterwards. What
 *  failed in the browser comes once more at the very end, for whoever sees only the end of a long log. */
async function allTests(): Promise<void> {
  const others = runProgram(bin('vitest'), ['run', ...projects('pure', 'database', 'programs')], {
    folder: root,
  })
  say('Tests in the browser …')
  const browser = await runProgram(bin('vitest'), ['run', ...projects('browser')], {
    folder: root,
    echo: process.stdout,
  })
  say('All other tests …')
  const { code, output } = await others
  say(output)
  if (browser.code !== 0)
    throw new StopReason(`Tests in the browser: failed.\n${browser.output.slice(-20_000)}`)
  if (code !== 0) throw new StopReason('All other tests: failed.')
}

function projects(...names: string[]): string[] {
  return names.map((name) => `--project=${name}`)
}

async function step(name: string, program: string, ...words: string[]): Promise<void> {
  say(`${name} …`)
  const { promise, resolve } = Promise.withResolvers<number>()
  const child = spawn(program, words, { cwd: root, stdio: 'inherit' })
  child.on('error', () => resolve(127))
  child.on('close', (code) => resolve(code ?? 1))
  if ((await promise) !== 0) throw new StopReason(`${name}: failed.`)
}
