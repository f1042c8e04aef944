import { createHash } from 'node:crypto'
import { getLocale } from 'next-intl/server'
import { viewerOfRequest, type Viewer } from '#lib/access/viewer.ts'
import { asViewer } from '#lib/access/wall.ts'
import { keepAttempt } from './attempts.ts'
import type { AnyCommand } from './command.ts'
import { fromElsewhere } from './from-elsewhere.ts'
import { refused, notFound, type Outcome, type ProblemCode } from './outcome.ts'
import type { AnyQuestion } from './question.ts'
import { read, type Sent } from './read.ts'
import { run, type Ran } from './run.ts'
import { say } from './say.ts'

export type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>

/** The door of a command: takes JSON and plain forms alike, and answers each in its kind. */
export function door(command: AnyCommand): Handler {
  return async (request, { params }) => {
    if (fromElsewhere(request)) return answer(refused('not-allowed', 'door.from-elsewhere'))
    const viewer = await viewerOfRequest()
    if (!viewer) return signInFirst(request)
    const sent = await read(request, viewer)
    const outcome = sent.problem ?? (await run(command, viewer, { ...sent.body, ...(await params) }))
    return sent.wantsPage ? seeOther(request, viewer, sent, outcome) : answer(outcome)
  }
}

/** The door of a question. Its ETag says which state of what this viewer may see the answer is of, and nothing of
 *  any other. */
export function answerDoor(question: AnyQuestion<unknown>): Handler {
  return async (request, { params }) => {
    const viewer = await viewerOfRequest()
    if (!viewer) return signInFirst(request)
    const sent = { ...Object.fromEntries(new URL(request.url).searchParams), ...(await params) }
    const language = await getLocale()
    const etag = await etagOf(viewer, [question.name, sent, language, new Date().toISOString().slice(0, 13)])
    if (request.headers.get('if-none-match') === etag)
      return new Response(null, { status: 304, headers: { etag, ...privately } })
    const value = await question.ask(viewer, sent, language)
    if (value === undefined) return answer(notFound)
    return Response.json(value, { headers: { etag, ...privately } })
  }
}

const privately = { 'cache-control': 'private, no-cache', vary: 'cookie, accept-language' }

/** The heads are read before the data: an answer may be newer than its key, never older. */
async function etagOf(viewer: Viewer, asked: unknown[]): Promise<string> {
  const heads = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<{ audience: string; seq: string }[]>`
      select audience_id::text as audience, seq::text from heads order by audience_id`,
  )
  const key = JSON.stringify([viewer.person, viewer.held, heads, asked])
  return `"${createHash('sha256').update(key).digest('base64url')}"`
}

const statuses: Record<ProblemCode, number> = {
  'not-found': 404,
  'not-allowed': 403,
  invalid: 422,
  conflict: 409,
  'too-many': 429,
}

export async function answer(outcome: Outcome<Ran>): Promise<Response> {
  if (!outcome.ok)
    return Response.json(
      { problem: await say(outcome.problem) },
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
  const attempt = await keepAttempt(viewer, { typed: sent.typed, problem: await say(outcome.problem) })
  const back = URL.parse(request.headers.get('referer') ?? '/', request.url) ?? new URL('/', request.url)
  back.searchParams.set('attempt', attempt)
  return redirectTo(back.pathname.replace(/^\/+/, '/') + back.search)
}

export async function signInFirst(request: Request): Promise<Response> {
  if (request.headers.get('accept')?.includes('text/html')) return redirectTo('/sign-in')
  const problem = await say({ code: 'not-allowed', message: 'door.sign-in-first' })
  return Response.json({ problem }, { status: 401, headers: privately })
}

/** Relative, so that no forged host can lead elsewhere. */
export function redirectTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, ...privately } })
}
