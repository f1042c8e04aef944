import { glob } from 'node:fs/promises'
import { join } from 'node:path'

/** A file of app/ that answers requests. `address`: as people write it, `/{partnership}/board`. */
export type Answering = { file: string; kind: 'door' | 'page'; address: string }

const app = join(import.meta.dirname, '../app')

async function answeringIn(folder: string): Promise<Answering[]> {
  const files = await Array.fromAsync(glob('**/{route.ts,page.tsx}', { cwd: folder }))
  return files
    .map((file) => ({
      file,
      kind: file.endsWith('route.ts') ? ('door' as const) : ('page' as const),
      address: `/${file}`
        .replaceAll(/\/\([^/]*\)|\/(route\.ts|page\.tsx)$/g, '')
        .replaceAll(/\[(?:\.{3})?([^/\]]+)\]/g, '{$1}')
        .replace(/^$/, '/'),
    }))
    .toSorted((a, b) => (a.address < b.address ? -1 : 1))
}

export const answering = await answeringIn(app)

/** Each page, and of each door each method that it answers: `POST /api/v1/files`, `PAGE /{partnership}/board`. */
export async function waysInto(folder = app): Promise<string[]> {
  const ways: string[] = []
  for (const { file, kind, address } of await answeringIn(folder)) {
    const door = kind === 'door' ? await import(join(folder, file)) : { PAGE: true }
    const methods = Object.keys(door).filter((name) => /^[A-Z]+$/.test(name))
    ways.push(...methods.map((method) => `${method} ${address}`))
  }
  return ways
}
