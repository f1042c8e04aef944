import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { commandOf } from '#lib/core/programs.ts'
import { removeInstallation, startSite } from './site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the program runs that the browser tests share. */
    siteAddress: string
  }
}

/** One running program for the browser tests of a run. Whatever they ask, it answers without a word on its console. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const site = await startSite()
  project.provide('siteAddress', site.address)
  return async () => {
    await site.stop()
    const [, said] = site.output().split(`Langar is ready: ${site.address}\n`)
    if (said !== 'Stopping …\n') throw new Error(`Langar wrote to its console while it was tested:\n${said}`)
  }
}

/** What a run that was killed has left. */
async function sweep(): Promise<void> {
  const langar = join(import.meta.dirname, '../.langar')
  for await (const name of glob('site-*', { cwd: langar })) {
    const pid = Number(name.split('-')[1])
    if (pid !== process.pid && !(await commandOf(pid))) await removeInstallation(join(langar, name))
  }
}
