import { createHash } from 'node:crypto'
import type { Viewer } from '#lib/access/viewer.ts'
import { takesGzip } from '#lib/core/takes-gzip.ts'
import { viewerAt, languageAt } from './at-the-door.ts'
import { keepAttempt } from './keep-attempt.ts'
import type { AnyCommand } from './command.ts'
import { fromElsewhere } from './from-elsewhere.ts'
import { keptWriting } from './kept-answers.ts'
import { keepFiles } from './kept-files.ts'
import { refused, notFound, type Outcome, type ProblemCode } from './outcome.ts'
import type { AnyQuestion } from './question.ts'
import { read, type Sent } from './read.ts'
import { run, type Ran } from './run.ts'
import { say } from './say.ts'
import { written, type Written } from './written.ts'

export type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>

/** The door of a command: takes JSON and plain forms alike, and answers each in its kind. */
export function door(command: AnyCommand): Handler {
  return async (request, { params }) => {
    if (fromElsewhere(request)) return answer(request, refused('not-allowed', 'door.from-elsewhere'))
    const viewer = await viewerAt(request)
    if (!viewer) return signInFirst(request)
    const sent = await read(request, viewer)
    const outcome =
      sent.problem ?? (await run(command, viewer, { ...sent.body, ...(await params) }, sent.files))
    if (!outcome.ok) await keepFiles(viewer, sent.files) // so that nobody has to send them again
    return sent.wantsPage ? seeOther(request, viewer, sent, outcome) : answer(request, outcome)
  }
}

/** The door of a question. The ETag of one that is kept says which state of what this viewer may see the answer is of, and
 *  nothing of any other; what rests on more than the ledger has none. The heads in it were read before the data: an answer
 *  may be newer than its key, never older. */
export function answerDoor(question: AnyQuestion<object>): Handler {
  return async (request, { params }) => {
    const viewer = await viewerAt(request)
    if (!viewer) return signInFirst(request)
    const sent = { ...Object.fromEntries(new URL(request.url).searchParams), ...(await params) }
    const understood = question.understood(viewer, sent, languageAt(request))
    if (!understood) return answer(request, notFound)
    const { key } = understood
    const headers = key === undefined ? privately : { etag: etagOf(key), ...privately }
    if ('etag' in headers && request.headers.get('if-none-match') === headers.etag)
      return new Response(null, { status: 304, headers })
    const write = async () => {
      const value = await understood.answer()
      return value && written(value)
    }
    const writing = await (key === undefined ? write() : keptWriting(key, write))
    if (!writing) return answer(request, notFound)
    return inBytes(writing, headers, request.headers.get('accept-encoding'))
  }
}

const etagOf = (key: string) => `"${createHash('sha256').update(key).digest('base64url')}"`

const privately = { 'cache-control': 'private, no-cache', vary: 'cookie, accept-language' }

async function inBytes(
  { json, compressed }: Written,
  headers: Record<string, string>,
  accepted: string | null,
): Promise<Response> {
  const isCompressed = json.length > aPacket && takesGzip(accepted)
  return new Response(streamOf(isCompressed ? await compressed() : json), {
    headers: {
      ...headers,
      'content-type': 'application/json',
      vary: `${headers['vary']}, accept-encoding`,
      ...(isCompressed && { 'content-encoding': 'gzip' }),
    },
  })
}

/** Bytes that travel together; fewer arrive no sooner. */
const aPacket = 1024

/** Given the bytes themselves, each Response would take a copy of them. */
function streamOf(bytes: Buffer): ReadableStream<Buffer> {
  return new ReadableStream({
    start(sink) {
      sink.enqueue(bytes)
      sink.close()
    },
  })
}

const statuses: Record<ProblemCode, number> = {
  'not-found': 404,
  'not-allowed': 403,
  invalid: 422,
  conflict: 409,
  'too-many': 429,
}

export async function answer(request: Request, outcome: Outcome<Ran>): Promise<Response> {
  if (!outcome.ok)
    return Response.json(
      { problem: await say(outcome.problem, languageAt(request)) },
      { status: statuses[outcome.problem.code], headers: privately },
    )
  const { made, next } = outcome.value
  return Response.json({ value: made, location: next }, { status: 201, headers: privately })
}

/** A plain form gets a page: where the deed can be seen, or where it came from, with what was typed. */
async function seeOther(
  request: Request,
  viewer: Viewer,
  sent: Sent,
  outcome: Outcome<Ran>,
): Promise<Response> {
  if (outcome.ok) return redirectTo(outcome.value.next)
  const attempt = await keepAttempt(viewer, {
    door: new URL(request.url).pathname,
    typed: sent.typed,
    problem: await say(outcome.problem, languageAt(request)),
  })
  const back = URL.parse(request.headers.get('referer') ?? '/', request.url) ?? new URL('/', request.url)
  back.searchParams.set('attempt', attempt)
  return redirectTo(back.pathname.replace(/^\/+/, '/') + back.search)
}

export async function signInFirst(request: Request): Promise<Response> {
  if (request.headers.get('accept')?.includes('text/html')) return redirectTo('/sign-in')
  const problem = await say({ code: 'not-allowed', message: 'door.sign-in-first' }, languageAt(request))
  return Response.json({ problem }, { status: 401, headers: privately })
}

/** Relative, so that no forged host can lead elsewhere. */
export function redirectTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, ...privately } })
}
