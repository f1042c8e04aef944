import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { sessionCookie } from '#lib/access/session-cookie.ts'
import { recognisedOnArrival, viewerArrived } from '#lib/access/viewer-on-arrival.ts'
import { connections, database } from '#lib/core/database.ts'
import { freePort } from '#lib/core/free-port.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

/** A request that came with this session, and what is asked at its door. */
async function arrive<T>(
  session: string | undefined,
  door: () => Promise<T>,
  url = '/api/v1/my-work',
): Promise<T> {
  const request = new IncomingMessage(new Socket())
  request.url = url
  if (session !== undefined) request.headers.cookie = `theme=dark; ${sessionCookie()}=${session}; other=1`
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const answer = recognisedOnArrival(async () => {
    await turn() // as Next.js takes its time
    door().then(resolve, reject)
  })
  await answer(request, new ServerResponse(request))
  return promise
}

const personOf = async (token: string) => (await viewerArrived(token))?.person
/** What was looked up once is the same whenever it is asked for. */
const isLookedUp = async (token: string) => viewerArrived(token) === viewerArrived(token)

test('who came with a session is known at the door, each of those who come at once', async () => {
  const { tokens, staff, koreanStaff } = world()
  expect(
    await Promise.all(
      [tokens.staff, tokens.koreanStaff].map((token) =>
        arrive(token, async () => [await isLookedUp(token), await personOf(token)]),
      ),
    ),
  ).toEqual([
    [true, staff.person],
    [true, koreanStaff.person],
  ])
})

test('Next.js, which has this program once more, finds the same', async () => {
  const { staff: token } = world().tokens
  const here = await arrive(token, async () => {
    vi.resetModules()
    const again = await import('#lib/access/viewer-on-arrival.ts')
    return [again.viewerArrived !== viewerArrived, again.viewerArrived(token) === viewerArrived(token)]
  })
  expect(here).toEqual([true, true])
})

test.each(['/flags/uz.svg', '/_next/static/chunks/one.js?v=1', '/api/auth/session'])(
  'whoever comes for %s is not looked up',
  async (url) => {
    const { staff: token } = world().tokens
    expect(await arrive(token, () => isLookedUp(token), url)).toBe(false)
  },
)

test('a token that did not come with the request opens its own session, and none without one', async () => {
  const { tokens, admin } = world()
  const asked = async () => [await isLookedUp(tokens.admin), await personOf(tokens.admin)]
  expect(await arrive(tokens.staff, asked)).toEqual([false, admin.person])
  expect(await arrive(undefined, asked)).toEqual([false, admin.person])
})

test('each request is looked up anew: whose session has ended is nobody at the next one', async () => {
  const { observer: token } = world().tokens
  expect(await arrive(token, () => personOf(token))).toBe(world().observer.person)
  await database().$executeRaw`select end_session(${Buffer.from(token)})`
  expect(await arrive(token, async () => [await isLookedUp(token), await personOf(token)])).toEqual([
    true,
    undefined,
  ])
})

test('without a database whoever asks is told so, and nothing ends where nobody asks', async () => {
  const { staff: token } = world().tokens
  const process_: { langarConnections?: pg.Pool } & typeof globalThis = globalThis
  const before = connections()
  process_.langarConnections = new pg.Pool({ host: '127.0.0.1', port: await freePort() })
  try {
    await expect(arrive(token, () => personOf(token))).rejects.toThrow('ECONNREFUSED')
    await arrive(token, () => turn())
  } finally {
    process_.langarConnections = before
  }
})
