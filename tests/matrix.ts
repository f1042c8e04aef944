import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnyCommand } from '#lib/runner/command.ts'

/** A line of access-matrix.md. `act`: the command, or what is done in other words. */
export type Row = { act: string | undefined; method: string; address: string; what: string; cells: Cells }
export type Cells = Record<string, string>

export const matrix = rowsOf(await readFile(join(import.meta.dirname, 'access-matrix.md'), 'utf8'))

function rowsOf(markdown: string): Row[] {
  const found: Row[] = []
  let head: string[] = []
  for (const line of markdown.split('\n')) {
    const words = line.split('|').map((word) => word.trim())
    const cells = words.slice(1, -1)
    if (!line.startsWith('|')) head = []
    else if (head.length === 0) head = cells
    else if (!line.startsWith('| ---')) found.push(rowOf(head, cells))
  }
  return found
}

function rowOf(head: string[], cells: string[]): Row {
  const named = Object.fromEntries(cells.map((cell, n) => [head[n] ?? '', cell]))
  const { act, door, page, 'on what': on, 'of what': of, ...rest } = named
  const [method = '', address = ''] = (door ?? `PAGE ${page}`).replaceAll('`', '').split(' ')
  return { act, method, address, what: (on ?? of ?? '').replace(/ \[\d+\]$/, ''), cells: rest }
}

const lib = join(import.meta.dirname, '../lib')

/** Every command of the program, wherever it lies. */
export async function everyCommand(folder = lib): Promise<AnyCommand[]> {
  const files = await Array.fromAsync(glob('**/*.ts', { cwd: folder }))
  const written = files.filter((file) => !file.startsWith('core/generated'))
  const modules = await Promise.all(written.map((file) => import(join(folder, file))))
  return modules.flatMap((module) => Object.values(module)).filter(isCommand)
}

const isCommand = (one: unknown): one is AnyCommand =>
  typeof one === 'object' && one !== null && 'name' in one && 'start' in one
