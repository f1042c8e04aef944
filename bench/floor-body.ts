import { createHash, randomUUID } from 'node:crypto'
import { open, rename } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'

/** What a request to the floor brings along, by name: JSON, or a form whose file is stored in the folder under its SHA-256, so
 *  that it outlives a power cut as Langar's does. */
export async function readBody(request: IncomingMessage, folder: string): Promise<Record<string, unknown>> {
  if (request.method !== 'POST') return {}
  const isForm = request.headers['content-type']?.startsWith('multipart/form-data')
  return isForm ? readForm(request, folder) : JSON.parse(await text(request))
}

async function readForm(request: IncomingMessage, folder: string): Promise<Record<string, unknown>> {
  const read: Record<string, unknown> = {}
  let stored: Promise<object> | undefined
  const parser = busboy({ headers: request.headers })
    .on('field', (name, value) => (read[name] = value))
    .on('file', (_name, bytes) => (stored = store(bytes, folder)))
  await pipeline(request, parser)
  return { ...read, ...(await stored) }
}

async function store(bytes: Readable, folder: string): Promise<{ sha: string; size: number }> {
  const arriving = join(folder, randomUUID())
  const file = await open(arriving, 'wx')
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of bytes) {
    hash.update(piece)
    size += piece.length
    await file.write(piece)
  }
  await file.sync()
  await file.close()
  const sha = hash.digest('hex')
  await rename(arriving, join(folder, sha))
  return { sha, size }
}
