import { format } from 'node:util'
import { afterEach } from 'vitest'

/** A test that writes to the console fails: what nobody reads in a hundred passing tests is a warning that was not mended. */

const written: string[] = []

for (const method of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const) {
  const write = console[method].bind(console)
  console[method] = (...words: unknown[]) => {
    written.push(format(...words))
    write(...words)
  }
}

afterEach(() => {
  const [first] = written.splice(0)
  if (first !== undefined) throw new Error(`This test writes to the console: ${first}`)
})
