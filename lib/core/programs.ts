import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'

export type SystemUser = { uid: number; gid: number }

type How = {
  user?: SystemUser | undefined
  folder?: string
  environment?: NodeJS.ProcessEnv
  signal?: AbortSignal | undefined
  /** Where its output is shown as it comes. */
  echo?: NodeJS.WritableStream
}

/**
 * Runs a program to its end without a shell; `output` is all that it printed. As another user it starts in `/`, for
 * that user may not be able to stand where we do. A program that cannot be started ends with code 127.
 */
export function runProgram(
  file: string,
  words: string[],
  how: How = {},
): Promise<{ code: number; output: string }> {
  const { promise, resolve } = Promise.withResolvers<{ code: number; output: string }>()
  const child = spawn(file, words, {
    ...how.user,
    cwd: how.folder ?? (how.user ? '/' : process.cwd()),
    env: how.environment ?? process.env,
    ...(how.signal && { signal: how.signal }),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece) => (output += String(piece)))
    if (how.echo) stream.pipe(how.echo, { end: false })
  }
  child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }))
  child.on('close', (code) => resolve({ code: code ?? 1, output }))
  return promise
}

/** The command line of a living process; undefined when there is none, or it has ended and nobody has noticed yet. */
export async function commandOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    return words.replaceAll('\0', ' ').trim() || undefined
  }
  const { code, output } = await runProgram('ps', ['-ww', '-o', 'stat=,command=', '-p', String(pid)])
  return code === 0 && !output.startsWith('Z') ? output.trim() : undefined
}
