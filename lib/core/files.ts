import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileTypeFromFile } from 'file-type'
import { isEvidenceMediaType, maxFileBytes } from '#lib/rules/limits.ts'
import { readSettings } from './settings.ts'

export type StoredFile = { name: string; sha256: string; size: number; mediaType: string }

/** Larger than `maxFileBytes`. */
export class TooLarge extends Error {}

/** Stores bytes on disk under their SHA-256. undefined: of no kind that may be evidence; throws TooLarge. */
export async function storeFile(bytes: Readable, sentName: string): Promise<StoredFile | undefined> {
  const folder = join(readSettings().folder, 'files')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const arriving = join(folder, `arriving-${crypto.randomUUID()}`)
  const hash = createHash('sha256')
  let size = 0
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.length
      hash.update(piece)
      done(size > maxFileBytes ? new TooLarge() : null, piece)
    },
  })
  try {
    await pipeline(bytes, counted, createWriteStream(arriving, { flags: 'wx', mode: 0o600 }))
    // busboy stops reading at its limit without an error.
    if ('truncated' in bytes && bytes.truncated === true) throw new TooLarge()
    const mediaType = await kindOf(arriving, sentName)
    if (size === 0 || mediaType === undefined) return undefined
    const sha256 = hash.digest('hex')
    await flush(arriving)
    await mkdir(dirname(placeOf(sha256)), { recursive: true, mode: 0o700 })
    await rename(arriving, placeOf(sha256))
    return { name: plainName(sentName), sha256, size, mediaType }
  } finally {
    await rm(arriving, { force: true })
  }
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

/** By its first bytes, not by what its name says; text has none and goes by its name. */
async function kindOf(path: string, name: string): Promise<string | undefined> {
  const found = await fileTypeFromFile(path)
  if (found) return isEvidenceMediaType(found.mime) ? found.mime : undefined
  const text = { '.txt': 'text/plain', '.csv': 'text/csv' }[extname(name).toLowerCase()]
  return text !== undefined && (await isText(path)) ? text : undefined
}

async function isText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of createReadStream(path))
      if (decoder.decode(piece, { stream: true }).includes('\0')) return false
    return decoder.decode() === ''
  } catch {
    return false
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r')
  await file.sync()
  await file.close()
}

/** The name alone, without folders and without what could mislead in a list. */
export function plainName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  return plain.slice(-200) || 'file'
}
