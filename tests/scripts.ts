import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'

const root = join(import.meta.dirname, '..')

/** What a person types, with its words: `run('verify', { LANGAR_FOLDER: folder })`. Ends by itself. */
export async function run(script: string, environment: Record<string, string>, words: string[] = []) {
  const child = spawn(process.execPath, [`scripts/${script}.ts`, ...words], {
    cwd: root,
    env: { ...process.env, HOSTNAME: '', DATABASE_URL: '', PORT: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, errors] = ['', '']
  child.stdout.on('data', (piece) => (said += String(piece)))
  child.stderr.on('data', (piece) => (errors += String(piece)))
  const [code] = await once(child, 'close')
  return { code, said, errors }
}

/** How a script that cannot do its work ends: with this sentence, in one line, and exit code 1. */
export function refusal(sentence: string) {
  const oneLine = new RegExp(`^${RegExp.escape(sentence)}.*\\.\\n$`)
  return { code: 1, errors: expect.stringMatching(oneLine), said: expect.any(String) }
}

/** Of the embedded database in such a folder. */
export async function ownerUrlIn(folder: string): Promise<string> {
  const server = JSON.parse(await readFile(join(folder, 'postgres/server.json'), 'utf8'))
  return `postgresql://langar:${server.ownerPassword}@127.0.0.1:${server.port}/langar`
}

export async function databasePidIn(folder: string): Promise<number> {
  return Number((await readFile(join(folder, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0])
}
