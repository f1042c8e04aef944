import { glob } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { root } from '#lib/core/script.ts'
import type { Site } from '#lib/core/web-server.ts'
import type { Handler } from './door.ts'

/** What a `route.ts` exports: a handler for each method that it answers. */
type Door = Partial<Record<string, Handler>>

/** A step of an address: the doors under its next steps, by name or, in brackets, whatever is there. */
type Step = { named: Map<string, Step>; any?: { param: string; step: Step }; open?: () => Promise<Door> }

const folder = 'app/api/v1'

/** A door needs no Next.js around it: so it is knocked at before Next.js finds its way, which takes longer than most answers.
 *  Methods that it has no handler for are left to Next.js, and so is all that is no door. */
export async function doorsInFront(answer: Site['answer']): Promise<Site['answer']> {
  const doors = await doorsIn(folder)
  return async (request, response) => {
    const found = find(doors, request.url ?? '')
    if (!found) return answer(request, response)
    try {
      const handler = (await found.open())[request.method ?? '']
      if (!handler) return await answer(request, response)
      await send(await handler(asked(request), { params: Promise.resolve(found.params) }), response)
    } catch (error) {
      failed(error, response)
    }
  }
}

async function doorsIn(path: string): Promise<Step> {
  const first: Step = { named: new Map() }
  for await (const file of glob('**/route.ts', { cwd: join(root, path) })) {
    const last = file.split('/').slice(0, -1).reduce(stepTo, first)
    let door: Promise<Door> | undefined
    last.open = () => (door ??= import(join(root, path, file)))
  }
  return first
}

function stepTo(from: Step, name: string): Step {
  const param = /^\[(\w+)\]$/.exec(name)?.[1]
  const next = (param === undefined ? from.named.get(name) : from.any?.step) ?? { named: new Map() }
  if (param === undefined) from.named.set(name, next)
  else from.any = { param, step: next }
  return next
}

type Found = { open: () => Promise<Door>; params: Record<string, string> }

function find(doors: Step, url: string): Found | undefined {
  const [path = ''] = url.split('?')
  if (!path.startsWith('/api/v1/')) return undefined
  const params: Record<string, string> = {}
  let step: Step | undefined = doors
  for (const name of path.slice('/api/v1/'.length).split('/')) {
    const named: Step | undefined = step?.named.get(name)
    if (!named && step?.any && name !== '') params[step.any.param] = decodeURIComponent(name)
    step = named ?? (name === '' ? undefined : step?.any?.step)
  }
  return step?.open && { open: step.open, params }
}

/** A door reads the path of its address and what stands after it, never the host. */
const here = 'http://langar.invalid'

function asked(request: IncomingMessage): Request {
  const { method = 'GET', url = '', headers } = request
  const hasBody = method !== 'GET'
  return new Request(new URL(url, here), {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(hasBody && { body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: 'half' }),
  })
}

async function send(answered: Response, response: ServerResponse): Promise<void> {
  response.statusCode = answered.status
  response.setHeaders(answered.headers)
  if (!answered.body) return void response.end()
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
