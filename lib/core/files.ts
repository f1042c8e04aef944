import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type'
import { isEvidenceMediaType, maxFileBytes } from '#lib/rules/limits.ts'
import { readSettings } from './settings.ts'

/** `onDisk`: when its bytes are there to stay. Before that nothing that names them may be acknowledged. */
export type StoredFile = {
  name: string
  sha256: string
  size: number
  mediaType: string
  onDisk: Promise<void>
}

/** Larger than `maxFileBytes`. */
export class TooLarge extends Error {}

/** Stores bytes on disk under their SHA-256; what is small goes on its way there alone. undefined: of no kind that may be
 *  evidence; throws TooLarge. */
export async function storeFile(bytes: Readable, sentName: string): Promise<StoredFile | undefined> {
  const arriving = join(readSettings().folder, 'files', `arriving-${crypto.randomUUID()}`)
  const file = await inFolderOf(arriving, () => open(arriving, 'wx', 0o600))
  let stored: StoredFile | undefined
  try {
    const { sha256, size, small } = await write(bytes, file)
    const mediaType = await kindOf(small ?? arriving, sentName)
    if (size === 0 || mediaType === undefined) return undefined
    const onDisk = settle(file, arriving, sha256)
    onDisk.catch(() => {}) // thrown to whoever acknowledges it
    stored = { name: plainName(sentName), sha256, size, mediaType, onDisk }
    if (!small) await onDisk // which takes long: no transaction should wait for it
    return stored
  } finally {
    if (!stored) {
      await file.close()
      await rm(arriving, { force: true })
    }
  }
}

/** In its place only once it was flushed: what is there is whole, whenever the machine stops. */
async function settle(file: FileHandle, arriving: string, sha256: string): Promise<void> {
  try {
    await file.sync()
    await inFolderOf(placeOf(sha256), () => rename(arriving, placeOf(sha256)))
    await flushFolder(dirname(placeOf(sha256))) // else the name may be lost, though the bytes are not
  } catch (error) {
    await rm(arriving, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

/** What is small is written at once, and is in `small`, too, so that it need not be read again to be looked at. */
async function write(bytes: Readable, file: FileHandle) {
  const hash = createHash('sha256')
  let pieces: Buffer[] = []
  let size = 0
  let written = 0
  for await (const piece of bytes) {
    size += piece.length
    hash.update(piece)
    pieces.push(piece)
    if (size - written <= smallBytes) continue
    await file.appendFile(Buffer.concat(pieces))
    pieces = []
    written = size
  }
  // Not before: of a form the rest has to be read, too. busboy cuts what is larger, without an error.
  if (size > maxFileBytes) throw new TooLarge()
  const rest = Buffer.concat(pieces)
  await file.appendFile(rest)
  return { sha256: hash.digest('hex'), size, small: written === 0 ? rest : undefined }
}

const smallBytes = 256 * 1024

/** Makes the folder of a path only where the work fails for want of it. */
async function inFolderOf<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await flushFolder(dirname(dirname(path)))
    return await work()
  }
}

async function flushFolder(path: string): Promise<void> {
  await using folder = await open(path, 'r')
  await folder.sync()
}

/** The bytes again; undefined when they are not on this disk. */
export async function openFile(sha256: string): Promise<{ bytes: Readable; size: number } | undefined> {
  const place = placeOf(sha256)
  const found = await stat(place).catch(() => undefined)
  return found && { bytes: createReadStream(place), size: found.size }
}

/** Removes the bytes, unless they have been sent again since `before`. */
export async function removeFile(sha256: string, before: Date): Promise<void> {
  const found = await stat(placeOf(sha256)).catch(() => undefined)
  if (found && found.mtime < before) await rm(placeOf(sha256), { force: true })
}

function placeOf(sha256: string): string {
  return join(readSettings().folder, 'files', sha256.slice(0, 2), sha256)
}

/** By its first bytes, not by what its name says; text has none and goes by its name. Of what is in memory, or lies at a path. */
async function kindOf(file: Buffer | string, name: string): Promise<string | undefined> {
  const found = await (typeof file === 'string' ? fileTypeFromFile(file) : fileTypeFromBuffer(file))
  if (found) return isEvidenceMediaType(found.mime) ? found.mime : undefined
  const text = { '.txt': 'text/plain', '.csv': 'text/csv' }[extname(name).toLowerCase()]
  return text !== undefined && (await isText(file)) ? text : undefined
}

async function isText(file: Buffer | string): Promise<boolean> {
  if (typeof file !== 'string') return isUtf8(file) && !file.includes(0)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of createReadStream(file))
      if (decoder.decode(piece, { stream: true }).includes('\0')) return false
    return decoder.decode() === ''
  } catch {
    return false
  }
}

/** The name alone, without folders and without what could mislead in a list. */
export function plainName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  return plain.slice(-200) || 'file'
}
