import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type RequestOptions,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { doorsInFront } from '#lib/runner/doors-in-front.ts'
import { waysInto } from '#tests/answering.ts'
import { aMilestone, aReport, rows } from '#tests/builders.ts'
import { withFiles } from '#tests/doors.ts'
import { withWorld } from '#tests/world.ts'

/** What is answered without Next.js, and what is left to it. */

const world = withWorld()
withFiles()
const app = join(import.meta.dirname, '../../../app')
const left: string[] = []
let address = ''

async function nextJs(request: IncomingMessage, response: ServerResponse): Promise<void> {
  left.push(`${request.method} ${request.url}`)
  response.end('Next.js')
}

const listening = createServer()

beforeAll(async () => {
  const answer = await doorsInFront(app, nextJs)
  listening.on('request', (request, response) => void answer(request, response))
  const { promise, resolve } = Promise.withResolvers<void>()
  listening.listen(0, '127.0.0.1', resolve)
  await promise
  address = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
})
afterAll(() => void listening.close())
beforeEach(() => void left.splice(0))

const as = (token: string) => ({ cookie: `langar-session=${token}` })

test('every door of the programming interface, by each of its methods', async () => {
  const ways = (await waysInto()).filter((way) => way.includes(' /api/v1/'))
  expect(ways.length).toBeGreaterThan(90)
  const answers = await Promise.all(
    ways.map(async (way) => {
      const [method = '', path = ''] = way.replaceAll(/\{[^}]+\}/g, 'X').split(' ')
      const { status } = await fetch(address + path, {
        method,
        ...(method === 'POST' && { body: '{}', headers: { 'content-type': 'application/json' } }),
      })
      return [way, status] as const
    }),
  )
  // Nobody has signed in; links and languages need nobody, and find nothing in what was sent.
  expect(answers.filter(([, status]) => status !== 401 && status !== 422)).toEqual([])
  expect(left).toEqual([])
})

test('what stands in the address arrives: names in it, also in other letters, and what is asked', async () => {
  const { staff: token } = world().tokens
  const search = await fetch(`${address}/api/v1/search?words=%D0%B7%D0%B0%D0%B2%D0%BE%D0%B4`, {
    headers: as(token),
  })
  expect(await search.json()).toMatchObject({ words: 'завод' })
  const board = await fetch(`${address}/api/v1/partnerships/UZ%2DKR/board`, { headers: as(token) })
  expect(await board.json()).toMatchObject({ partnership: 'UZ-KR' })
  const none = await fetch(`${address}/api/v1/partnerships/%D0%B7/board`, {
    headers: { ...as(token), 'accept-language': 'ru' },
  })
  expect([none.status, (await none.json()).problem.code]).toEqual([404, 'not-found'])
})

test.each([
  ['GET', '/api/v1'],
  ['GET', '/api/v1/'],
  ['GET', '/api/v1/my-work/'],
  ['GET', '/api/v1//my-work'],
  ['GET', '//api/v1/my-work'],
  ['GET', '/api/v1/partnerships//board'],
  ['GET', '/api/v1/milestones/X/Y/Z'],
  ['GET', '/api/v1/constructor'],
  ['GET', '/api/v2/my-work'],
  ['GET', '/api/auth/session'],
  ['GET', '/UZ-KR/board'],
  ['OPTIONS', '/api/v1/my-work'],
  ['DELETE', '/api/v1/my-work'],
  ['POST', '/api/v1/my-work'],
  ['GET', '/api/v1/files'],
])('%s %s is left to Next.js', async (method, path) => {
  await fetch(address + path, { method })
  expect(left).toEqual([`${method} ${path}`])
})

test('an address is found however it is written, and its head without its body', async () => {
  const { staff: token } = world().tokens
  for (const path of [
    '/api/v1/%6dy-work',
    '/%61pi/v1/my-work',
    '/api/v1/search/../my-work',
    `${address}/api/v1/my-work`,
  ])
    expect((await sent({ path, headers: as(token) })).status, path).toBe(200)
  const { status, body } = await sent({ method: 'HEAD', path: '/api/v1/my-work', headers: as(token) })
  expect([status, body]).toEqual([200, ''])
  expect(left).toEqual([])
})

test.each([
  ['a form', '/api/v1/milestones/X/progress-reports', 'multipart/form-data; boundary=b', 401],
  ['JSON', '/api/v1/credentials', 'application/json', 422],
])(
  '%s that nobody reads to its end does not stand before the next request',
  async (_, path, type, refused) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const headers = { 'content-type': type }
    for (const size of [2 ** 20 + 1, 25 * 2 ** 20]) {
      const first = await sent({ agent, method: 'POST', path, headers, body: Buffer.alloc(size, 'x') })
      const next = await sent({ agent, path: '/api/v1/my-work' })
      expect([first.status, next.status, next.connection]).toEqual([refused, 401, first.connection])
    }
    agent.destroy()
  },
)

test('a file arrives and is got again, whole, in part or not at all; and a cookie is set', async () => {
  const { official: token } = world().tokens
  const content = 'What was seen. '.repeat(200_000)
  const form = new FormData()
  form.append('file', new File([content], 'note.txt'))
  const kept = await fetch(`${address}/api/v1/files`, { method: 'POST', headers: as(token), body: form })
  const [file] = (await kept.json()).value
  const milestone = await aMilestone(world(), { body: 'ministry' })
  const reported = await fetch(`${address}/api/v1/milestones/${milestone.code}/progress-reports`, {
    method: 'POST',
    headers: { ...as(token), 'content-type': 'application/json' },
    body: JSON.stringify({ ...aReport(milestone), evidence: [file] }),
  })
  expect([kept.status, reported.status]).toEqual([201, 201])
  const [evidence] = await rows<{ id: string }>(
    'select id from evidence where sha256 = decode($1, $2)',
    file.sha256,
    'hex',
  )
  const path = `/api/v1/evidence/${evidence?.id}`
  const got = await fetch(address + path, { headers: as(token) })
  expect([got.headers.get('content-length'), await got.text()]).toEqual([String(content.length), content])
  expect(await sent({ method: 'HEAD', path, headers: as(token) })).toMatchObject({ status: 200, body: '' })
  await leavingEarly((signal) => fetch(address + path, { headers: as(token), signal }))
  const chosen = await fetch(`${address}/api/v1/languages`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ language: 'ko', back: '/my-work' }),
  })
  expect(chosen.status).toBe(303)
  expect(chosen.headers.getSetCookie()).toEqual([expect.stringContaining('langar-language=ko;')])
})

test('whoever leaves before the answer, or before he has sent everything, is no failure', async () => {
  const { staff: token } = world().tokens
  const board = `${address}/api/v1/partnerships/UZ-KR/board`
  await leavingEarly((signal) => fetch(board, { headers: as(token), signal }))
  await leavingEarly((signal) =>
    fetch(`${address}/api/v1/credentials`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new ReadableStream({ start: (sink) => sink.enqueue(Buffer.from('{')) }), // and nothing more
      signal,
      ...halfDuplex,
    }),
  )
})

/** The types do not know that a stream is sent so. */
const halfDuplex = { duplex: 'half' }

/** Forty who go away after ever longer: nothing is written to the log. */
async function leavingEarly(ask: (signal: AbortSignal) => Promise<Response>): Promise<void> {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  try {
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        ask(AbortSignal.timeout(1 + n))
          .then((answer) => answer.text())
          .catch(() => {}),
      ),
    )
    await sleep(200)
    expect(written.mock.calls).toEqual([])
  } finally {
    written.mockRestore()
  }
}

type Got = { status: number | undefined; body: string; connection: number | undefined }

/** As fetch does not send it: over one connection, with a path as it is written. */
async function sent({ body, ...wanted }: RequestOptions & { body?: Buffer }): Promise<Got> {
  const { promise, resolve, reject } = Promise.withResolvers<Got>()
  const { hostname, port } = new URL(address)
  const asking = request({ hostname, port, ...wanted }, (answer) => {
    const told = { status: answer.statusCode, connection: asking.socket?.localPort }
    text(answer).then((got) => resolve({ ...told, body: got }), reject)
  })
  asking.on('error', reject)
  asking.end(body)
  return promise
}

test('of a door that fails nobody learns more than that it did', async () => {
  const { staff: token } = world().tokens
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const { myWork } = await import('#lib/milestones/my-work.ts')
  const failing = vi.spyOn(myWork, 'understood').mockImplementation(() => {
    throw new Error('what nobody need know')
  })
  try {
    const answer = await fetch(`${address}/api/v1/my-work`, { headers: as(token) })
    expect([answer.status, await answer.text()]).toEqual([500, ''])
    expect(written.mock.calls.join(' ')).toContain('what nobody need know')
  } finally {
    failing.mockRestore()
    written.mockRestore()
  }
})
