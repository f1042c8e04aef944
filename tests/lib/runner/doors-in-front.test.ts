import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { doorsInFront } from '#lib/runner/doors-in-front.ts'
import { waysInto } from '#tests/answering.ts'
import { withWorld } from '#tests/world.ts'

/** What is answered without Next.js, and what is left to it. */

const world = withWorld()
const left: string[] = []
let address = ''

async function nextJs(request: IncomingMessage, response: ServerResponse): Promise<void> {
  left.push(`${request.method} ${request.url}`)
  response.end('Next.js')
}

const listening = createServer()

beforeAll(async () => {
  const answer = await doorsInFront(nextJs)
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
  ['GET', '/api/v1/partnerships//board'],
  ['GET', '/api/v1/milestones/X/Y/Z'],
  ['GET', '/api/v1/constructor'],
  ['GET', '/api/v2/my-work'],
  ['GET', '/api/auth/session'],
  ['GET', '/UZ-KR/board'],
  ['HEAD', '/api/v1/my-work'],
  ['OPTIONS', '/api/v1/my-work'],
  ['DELETE', '/api/v1/my-work'],
  ['POST', '/api/v1/my-work'],
  ['GET', '/api/v1/files'],
])('%s %s is left to Next.js', async (method, path) => {
  await fetch(address + path, { method })
  expect(left).toEqual([`${method} ${path}`])
})

test('whoever leaves before the answer is no failure', async () => {
  const { staff: token } = world().tokens
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  try {
    await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        const leaving = AbortSignal.timeout(1 + n)
        const asked = fetch(`${address}/api/v1/partnerships/UZ-KR/board`, {
          headers: as(token),
          signal: leaving,
        })
        await asked.then((answer) => answer.text()).catch(() => {})
      }),
    )
    await sleep(200)
    expect(written).not.toHaveBeenCalled()
  } finally {
    written.mockRestore()
  }
})

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
