import { once } from 'node:events'
import busboy from 'busboy'
import type { Viewer } from '#lib/access/viewer.ts'
import { storeFile, type StoredFile, TooLarge } from '#lib/core/files.ts'
import { maxEvidencePerReport, maxFileBytes } from '#lib/rules/limits.ts'
import { asEvidence } from './kept-files.ts'
import { refused, type Outcome } from './outcome.ts'
import { maxBodyBytes, readBytes } from './read-bytes.ts'

/** What came through a door. */
export type Sent = {
  /** For the command: as JSON had it, or the fields of a form; names that end in `[]` are lists. */
  body: Record<string, unknown>
  /** Of a form: every word, to be shown again after a refusal. */
  typed: Record<string, string | string[]>
  /** A plain form, without JavaScript, wants a page and not JSON. */
  wantsPage: boolean
  /** The files that came with it; on their way to the disk, and noted nowhere yet. */
  files: StoredFile[]
  problem?: Outcome<never>
}

/** Reads JSON, form fields, or a form with files, whose bytes are stored on the way, if somebody is there whose they are. */
export async function read(request: Request, viewer: Viewer | undefined): Promise<Sent> {
  const wantsPage = request.headers.get('accept')?.includes('text/html') ?? false
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/json') return { ...(await readJson(request)), typed: {}, files: [], wantsPage }
  if (type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data')
    return { ...(await readForm(request, viewer)), wantsPage }
  return { body: {}, typed: {}, files: [], wantsPage, problem: malformed }
}

const malformed = refused('invalid', 'door.malformed')
const tooLarge = refused('invalid', 'door.too-large')

async function readJson(request: Request): Promise<Pick<Sent, 'body' | 'problem'>> {
  const bytes = await readBytes(request)
  if (bytes === undefined) return { body: {}, problem: tooLarge }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null || Array.isArray(body) || hasKeyTwice(text, body))
      return { body: {}, problem: malformed }
    return { body: { ...body } }
  } catch {
    return { body: {}, problem: malformed }
  }
}

/** A key that comes twice is read differently by different readers. JSON.parse keeps the last one without a word, so that
 *  there are fewer keys than the text has: strings that a colon follows. */
function hasKeyTwice(text: string, parsed: object): boolean {
  const written = text.matchAll(/"(?:[^"\\]+|\\.)*"(\s*:)?/g)
  return [...written].filter(([, colon]) => colon !== undefined).length !== keysIn(parsed)
}

function keysIn(parsed: object): number {
  let keys = 0
  for (const open: object[] = [parsed]; open.length > 0;) {
    const one = open.pop() ?? {}
    if (!Array.isArray(one)) keys += Object.keys(one).length
    for (const value of Object.values(one)) if (typeof value === 'object' && value !== null) open.push(value)
  }
  return keys
}

async function readForm(request: Request, viewer: Viewer | undefined): Promise<Omit<Sent, 'wantsPage'>> {
  const files: StoredFile[] = []
  const fields: [name: string | undefined, value: string][] = [] // busboy knows no name that is empty
  const storing: Promise<unknown>[] = []
  let size = 0
  let problem: Outcome<never> | undefined
  const parser = parserFor(request)
  if (!parser) return { body: {}, typed: {}, files, problem: malformed }
  for (const limit of ['filesLimit', 'fieldsLimit'] as const)
    parser.on(limit, () => {
      problem ??= tooLarge
    })
  parser.on('field', (name, value, { valueTruncated }) => {
    // Each may be as large as the limit, but not all of them together: what is too much is not kept.
    size += (name?.length ?? 0) + value.length
    if (valueTruncated || size > maxBodyBytes) problem ??= tooLarge
    else fields.push([name, value])
  })
  parser.on('file', (_name, stream, { filename }) => {
    if (!filename || !viewer) return void stream.resume()
    storing.push(
      storeFile(stream, filename)
        .then((file) => {
          if (file === undefined) problem ??= refused('invalid', 'problem.invalid', { fields: wrongKind })
          else files.push(file)
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
    const closed = once(parser, 'close')
    closed.catch(() => {}) // thrown below, or what came broke off before
    parser.on('error', () => {}) // `closed` has the first; ending a parser that gave up makes another
    // Not cancelled where the parser gives up: that would end the connection before the answer.
    for await (const piece of request.body?.values({ preventCancel: true }) ?? [])
      if (!parser.write(piece)) await Promise.race([once(parser, 'drain'), closed])
    parser.end()
    await closed
  } catch {
    parser.destroy()
    await Promise.allSettled(storing)
    return { ...gather(fields), files, problem: malformed }
  }
  await Promise.all(storing)
  for (const file of files) fields.push(['evidence[]', JSON.stringify(asEvidence(file))])
  return { ...gather(fields), files, ...(problem && { problem }) }
}

/** undefined: the type names no boundary, so that nobody can tell where a field ends. */
function parserFor(request: Request): busboy.Busboy | undefined {
  try {
    return busboy({
      headers: Object.fromEntries(request.headers),
      defParamCharset: 'utf8',
      // One more than a file may have: at its limit busboy cuts, and does not tell whether more came.
      limits: {
        fileSize: maxFileBytes + 1,
        files: maxEvidencePerReport,
        fields: 200,
        fieldSize: maxBodyBytes,
      },
    })
  } catch {
    return undefined
  }
}

const wrongKind = { 'evidence[]': 'problem.file-kind' }

/** A field that comes twice is an error, unless it is a list. Lists of a form may hold JSON: evidence, links. `title.en` is
 *  what `title` has under `en`: a text in several languages, the parts of a date. */
function gather(fields: [string | undefined, string][]): Pick<Sent, 'body' | 'typed' | 'problem'> {
  const body: Record<string, unknown> = {}
  const typed: Record<string, string | string[]> = {}
  let problem: Outcome<never> | undefined
  for (const [name, value] of fields) {
    if (name === undefined) {
      problem = malformed
      continue
    }
    const list = name.endsWith('[]')
    if (!list && name in typed) problem = malformed
    if (list) {
      typed[name] = [...(typed[name] ?? []), value]
      const key = name.slice(0, -2)
      const before = body[key]
      body[key] = [...(Array.isArray(before) ? before : []), fromJson(value)]
    } else {
      typed[name] = value
      const [, whole, part] = /^([a-z]\w*)\.([a-zA-Z-]+)$/.exec(name) ?? []
      if (whole === undefined || part === undefined) body[name] = value
      else body[whole] = { ...partsIn(body[whole]), [part]: value }
    }
  }
  return { body, typed, ...(problem && { problem }) }
}

const partsIn = (value: unknown) => (typeof value === 'object' ? value : {})

function fromJson(value: string): unknown {
  try {
    return value.startsWith('{') ? JSON.parse(value) : value
  } catch {
    return value
  }
}
