import { join } from 'node:path'
import { stopReasonOf } from './stop-reason.ts'

export const root = join(import.meta.dirname, '../..')

/** A step a line, in plain English: what a person reads who has typed a script. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/**
 * Runs a script in the project's folder. What the reader can mend ends it with one sentence on stderr and exit code 1;
 * a bug ends it with its stack.
 */
export async function script(work: () => Promise<void>): Promise<void> {
  process.chdir(root)
  process.stdout.on('error', () => {}) // the terminal was closed: end what was begun, not in the middle of it
  try {
    await work()
  } catch (error) {
    process.exitCode = 1
    process.stderr.write(`${stopReasonOf(error) ?? stackOf(error)}\n`)
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
