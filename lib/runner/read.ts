import { Readable } from 'node:stream'
import busboy from 'busboy'
import type { Viewer } from '#lib/access/viewer.ts'
import { storeFile, TooLarge } from '#lib/core/files.ts'
import { maxFileBytes } from '#lib/rules/limits.ts'
import { keepFile } from './kept-files.ts'
import { refused, type Outcome } from './outcome.ts'

/** What came through a door. */
export type Sent = {
  /** For the command: as JSON had it, or the fields of a form; names that end in `[]` are lists. */
  body: Record<string, unknown>
  /** Of a form: every word, to be shown again after a refusal. */
  typed: Record<string, string | string[]>
  /** A plain form, without JavaScript, wants a page and not JSON. */
  wantsPage: boolean
  problem?: Outcome<never>
}

const maxBodyBytes = 1024 * 1024

/** Reads JSON, form fields, or a form with files, whose bytes are stored on the way. */
export async function read(request: Request, viewer: Viewer): Promise<Sent> {
  const wantsPage = request.headers.get('accept')?.includes('text/html') ?? false
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/json') return { ...(await readJson(request)), typed: {}, wantsPage }
  if (type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data')
    return { ...(await readForm(request, viewer)), wantsPage }
  return { body: {}, typed: {}, wantsPage, problem: malformed }
}

const malformed = refused('invalid', 'door.malformed')
const tooLarge = refused('invalid', 'door.too-large')

async function readJson(request: Request): Promise<Pick<Sent, 'body' | 'problem'>> {
  const text = await readText(request)
  if (text === undefined) return { body: {}, problem: tooLarge }
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      return { body: {}, problem: malformed }
    return { body: { ...body } }
  } catch {
    return { body: {}, problem: malformed }
  }
}

/** The body as UTF-8; undefined when it is larger than any form of words could be. */
async function readText(request: Request): Promise<string | undefined> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body ?? []) {
    size += piece.byteLength
    if (size > maxBodyBytes) return undefined
    pieces.push(piece)
  }
  return new TextDecoder('utf-8').decode(Buffer.concat(pieces))
}

async function readForm(request: Request, viewer: Viewer): Promise<Pick<Sent, 'body' | 'typed' | 'problem'>> {
  const fields: [name: string, value: string][] = []
  const files: Promise<unknown>[] = []
  let problem: Outcome<never> | undefined
  const parser = busboy({
    headers: Object.fromEntries(request.headers),
    defParamCharset: 'utf8',
    limits: { fileSize: maxFileBytes, files: 20, fields: 200, fieldSize: maxBodyBytes },
  })
  parser.on('field', (name, value, { valueTruncated }) => {
    if (valueTruncated) problem ??= tooLarge
    fields.push([name, value])
  })
  parser.on('file', (_name, stream, { filename }) => {
    if (!filename) return void stream.resume()
    files.push(
      storeFile(stream, filename)
        .then(async (file) => {
          if (file === undefined) problem ??= refused('invalid', 'problem.invalid', { fields: wrongKind })
          else fields.push(['evidence[]', JSON.stringify(await keepFile(viewer, file))])
        })
        .catch((error: unknown) => {
          if (!(error instanceof TooLarge)) throw error
          problem ??= refused('invalid', 'problem.invalid', {
            fields: { 'evidence[]': 'problem.file-too-large' },
          })
        }),
    )
  })
  try {
    await new Promise((resolve, reject) => {
      parser.on('close', resolve).on('error', reject)
      if (request.body === null) reject(new Error('no body'))
      else
        Readable.fromWeb(request.body as never)
          .on('error', reject)
          .pipe(parser)
    })
  } catch {
    await Promise.allSettled(files)
    return { ...gather(fields), problem: malformed }
  }
  await Promise.all(files)
  return { ...gather(fields), ...(problem && { problem }) }
}

const wrongKind = { 'evidence[]': 'problem.file-kind' }

/** A field that comes twice is an error, unless it is a list. Lists of a form may hold JSON: evidence, links. */
function gather(fields: [string, string][]): Pick<Sent, 'body' | 'typed' | 'problem'> {
  const body: Record<string, unknown> = {}
  const typed: Record<string, string | string[]> = {}
  let problem: Outcome<never> | undefined
  for (const [name, value] of fields) {
    const list = name.endsWith('[]')
    if (!list && name in typed) problem = malformed
    if (list) {
      typed[name] = [...(typed[name] ?? []), value]
      const key = name.slice(0, -2)
      const before = body[key]
      body[key] = [...(Array.isArray(before) ? before : []), fromJson(value)]
    } else {
      typed[name] = value
      body[name] = value
    }
  }
  return { body, typed, ...(problem && { problem }) }
}

function fromJson(value: string): unknown {
  try {
    return value.startsWith('{') ? JSON.parse(value) : value
  } catch {
    return value
  }
}
