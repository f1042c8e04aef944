import { glob } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pathToFileURL } from 'node:url'
import type { Site } from '#lib/core/web-server.ts'
import type { Handler } from './door.ts'

/** What a `route.ts` exports: a handler for each method that it answers. */
type Door = Partial<Record<string, Handler>>

/** A step of an address: the doors under its next steps, by name or whatever is there. */
type Step = { named: Map<string, Step>; any?: { param: string; step: Step }; door?: Promise<Door> }

/** A door needs no Next.js around it: so it is knocked at before Next.js finds its way, which takes longer than most answers.
 *  `app`: the folder in which Next.js would find them. Methods that a door has no handler for are left to Next.js, and so is all
 *  that is no door. */
export async function doorsInFront(app: string, answer: Site['answer']): Promise<Site['answer']> {
  const doors = await doorsIn(app)
  return async (request, response) => {
    const { url = '' } = request
    const address = URL.parse(url.startsWith('/') ? here + url : url)
    const found = address && find(doors, address.pathname)
    if (!found) return answer(request, response)
    try {
      const handler = handlerOf(await found.door, request.method)
      if (!handler) return await answer(request, response)
      response.once('finish', () => takeTheRest(request))
      const answered = await handler(asked(request, address), { params: Promise.resolve(found.params) })
      await send(answered, response, request.method)
    } catch (error) {
      if (hasLeft(error) && request.destroyed) response.destroy()
      else failed(error, response)
    }
  }
}

/** All are opened at once, and nobody waits for it: a first page comes before most of them. */
async function doorsIn(app: string): Promise<Step> {
  const first: Step = { named: new Map() }
  for await (const file of glob('api/v1/**/route.ts', { cwd: app })) {
    const last = file.split('/').slice(0, -1).reduce(stepTo, first)
    last.door = import(pathToFileURL(join(app, file)).href)
    last.door.catch(() => {}) // thrown to whoever knocks
  }
  return first
}

function stepTo(from: Step, name: string): Step {
  const param = /^\[(\w+)\]$/.exec(name)?.[1]
  if (param === undefined && !/^[\w-]+$/.test(name))
    throw new Error(`${name}: of Next.js's folders a door has names and [names]`)
  const next = (param === undefined ? from.named.get(name) : from.any?.step) ?? { named: new Map() }
  if (param === undefined) from.named.set(name, next)
  else from.any = { param, step: next }
  return next
}

type Found = { door: Promise<Door>; params: Record<string, string> }

function find(doors: Step, path: string): Found | undefined {
  const params: Record<string, string> = {}
  let step: Step | undefined = doors
  for (const encoded of path.slice(1).split('/')) {
    const name = decodeURIComponent(encoded) // web-server.ts lets no other address through
    const named: Step | undefined = step?.named.get(name)
    if (!named && step?.any) params[step.any.param] = name
    step = named ?? (name === '' ? undefined : step?.any?.step)
  }
  return step?.door && { door: step.door, params }
}

/** Whoever wants the head alone gets that of what a GET would answer. */
function handlerOf(door: Door, method = ''): Handler | undefined {
  return door[method === 'HEAD' ? 'GET' : method]
}

/** A door reads the path of its address and what stands after it, never the host. */
const here = 'http://langar.invalid'

function asked(request: IncomingMessage, address: URL): Request {
  const { method = 'GET', headers } = request
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(address, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(hasBody && { body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: 'half' }),
  })
}

/** A door need not read all that was sent. But what is still on its way stands before the next request. */
function takeTheRest(request: IncomingMessage): void {
  request.removeAllListeners('data').resume()
}

async function send(answered: Response, response: ServerResponse, method: string | undefined): Promise<void> {
  response.statusCode = answered.status
  response.setHeaders(answered.headers)
  if (method === 'HEAD') await answered.body?.cancel()
  if (method === 'HEAD' || !answered.body) return void response.end()
  if (answered.headers.get('content-type') === 'application/json')
    return void response.end(await whole(answered.body))
  try {
    await pipeline(answered.body, response)
  } catch (error) {
    if (!hasLeft(error)) throw error
  }
}

/** What a door has written is one piece, and goes out as it is; a file is many. */
async function whole(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const pieces = await Array.fromAsync(body)
  const [first] = pieces
  return first && pieces.length === 1 ? first : Buffer.concat(pieces)
}

/** Did whoever asked not wait for the end? */
const hasLeft = (error: unknown) =>
  error instanceof Error && 'code' in error && leftWith.has(String(error.code))
const leftWith = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'])

/** Whoever asked learns no more than that it failed. */
function failed(error: unknown, response: ServerResponse): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  if (response.headersSent) response.destroy()
  else response.writeHead(500).end()
}
