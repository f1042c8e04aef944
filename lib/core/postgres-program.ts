import type { Place } from './embedded-database-place.ts'
import { runProgram } from './programs.ts'

/** One of PostgreSQL's own programs, as the user as whom its server runs. */
export function runPostgres(
  { programs, user }: Place,
  program: 'initdb' | 'pg_ctl',
  words: string[],
): Promise<{ code: number; output: string }> {
  return runProgram(programs[program], words, { user, environment: clean() })
}

/** Nothing of the shell's own PostgreSQL settings, and English messages, for they are read below. */
function clean(): NodeJS.ProcessEnv {
  const environment = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC' }
  for (const name of Object.keys(environment))
    if (name.startsWith('PG')) Reflect.deleteProperty(environment, name)
  return environment
}

export function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? ''
}
