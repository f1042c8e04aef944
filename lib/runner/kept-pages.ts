import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { finished } from 'node:stream/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { cookieIn } from '#lib/access/cookie-in.ts'
import { sessionCookie } from '#lib/access/session-cookie.ts'
import { viewerArrived } from '#lib/access/viewer-on-arrival.ts'
import { type Viewer, viewerOf } from '#lib/access/viewer.ts'
import { newNonce } from '#lib/core/nonce.ts'
import { inPieces, type PageInPieces } from '#lib/core/page-in-pieces.ts'
import { takesGzip } from '#lib/core/takes-gzip.ts'
import type { Site } from '#lib/core/web-server.ts'
import { keyFor } from './kept-answers.ts'

/** Pages that are asked for often and long to draw: each rests on kept answers alone, and has no form with an id made for it. */
const pages = /^\/[^/?]+\/board(\?|$)/

type Kept = {
  headers: OutgoingHttpHeaders
  nonce: string
  bytes: number
  /** Made when it is asked for a second time; undefined: it was not whole. */
  page(): Promise<PageInPieces | undefined>
}

const kept = new LRUCache<string, Kept>({ maxSize: 64 * 2 ** 20, sizeCalculation: ({ bytes }) => bytes })
const drawing = new Map<string, Promise<unknown>>()

/** While nothing that somebody sees has changed, his page is drawn once: asked for again, it goes out as it was but for the
 *  nonce, which is of this answer alone. Who asks is found out each time. */
export function keptPages(answer: Site['answer']): Site['answer'] {
  return async (request, response) => {
    const asked = whatIsAsked(request)
    if (!asked) return answer(request, response)
    const key = await keyOf(asked, viewerArrived(asked.session))
    if (key === undefined) return answer(request, response)
    await drawing.get(key)
    const found = kept.get(key)
    const page = await found?.page()
    if (found && page) return send(found, page, response)
    const copy = copyOf(response)
    const drawn = answer(request, response).then(() => keep(key, asked, response, copy))
    drawing.set(key, Promise.allSettled([drawn]))
    return drawn.finally(() => drawing.delete(key))
  }
}

/** The first answer has gone its usual way: its copy is kept, if nothing has changed meanwhile by which it was asked. */
async function keep(key: string, asked: Asked, response: ServerResponse, copy: Buffer[]): Promise<void> {
  await finished(response).catch(() => {}) // by whoever has left before its end
  const nonce = nonceOf(response)
  if (nonce === undefined || (await keyOf(asked, viewerOf(asked.session))) !== key) return
  const sent = Buffer.concat(copy)
  let page: Promise<PageInPieces | undefined> | undefined
  kept.set(key, {
    headers: response.getHeaders(),
    nonce,
    bytes: 2 * sent.length, // as it was sent, and in pieces
    page: () => (page ??= unpacked(sent, nonce)),
  })
}

async function unpacked(sent: Buffer, nonce: string): Promise<PageInPieces | undefined> {
  const html = String(await promisify(gunzip)(sent))
  return html.endsWith('</html>') ? inPieces(html, nonce) : undefined
}

type Asked = { session: string; address: string; head: unknown }

/** Undefined: this is none of the pages, or not asked for as browsers ask for a page of somebody who has signed in. */
function whatIsAsked({ method, url: address = '', headers }: IncomingMessage): Asked | undefined {
  if (method !== 'GET' || !pages.test(address) || headers['rsc'] !== undefined) return undefined
  if (!takesGzip(String(headers['accept-encoding']))) return undefined
  const session = cookieIn(headers.cookie, sessionCookie())
  if (session === undefined) return undefined
  const head = Object.entries(headers).filter(([name]) => !besides.has(name))
  return { session, address, head }
}

/** All else that a browser says goes into the key, language and cookies among it: so whatever a page may hang on. */
const besides = new Set([
  'connection',
  'cache-control',
  'pragma',
  'referer',
  'sec-fetch-site',
  'sec-fetch-user',
])

/** Undefined where the session has ended, or nobody can be asked: the page itself will say so. */
async function keyOf(
  { address, head }: Asked,
  asking: Promise<Viewer | undefined>,
): Promise<string | undefined> {
  const viewer = await asking.catch(() => undefined)
  return viewer && keyFor(viewer, 'page', address, head)
}

/** What goes out, as it goes out. */
function copyOf(response: ServerResponse): Buffer[] {
  const copy: Buffer[] = []
  const { write, end } = response
  const copied =
    (sent: typeof write | typeof end) =>
    (...words: unknown[]) => {
      const [piece] = words
      if (piece instanceof Uint8Array) copy.push(Buffer.from(piece))
      return Reflect.apply(sent, response, words)
    }
  response.write = copied(write)
  response.end = copied(end)
  return copy
}

/** Of a page that was found, sent to its end, and sets no cookie; undefined for any other answer. */
function nonceOf(response: ServerResponse): string | undefined {
  const header = (name: string) => String(response.getHeader(name) ?? '')
  const isPage =
    response.writableFinished &&
    response.statusCode === 200 &&
    header('content-type').startsWith('text/html') &&
    header('content-encoding') === 'gzip' &&
    header('set-cookie') === ''
  return isPage ? /'nonce-([^']+)'/.exec(header('content-security-policy'))?.[1] : undefined
}

function send({ headers, nonce }: Kept, page: PageInPieces, response: ServerResponse): void {
  const fresh = newNonce()
  const renewed = (value: string) => value.replaceAll(nonce, fresh)
  for (const [name, value = ''] of Object.entries(headers))
    response.setHeader(name, Array.isArray(value) ? value.map(renewed) : renewed(String(value)))
  const body = page.withNonce(fresh)
  response.setHeader('content-length', body.length).end(body)
}
