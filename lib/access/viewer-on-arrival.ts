import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import type { Site } from '#lib/core/web-server.ts'
import { cookieIn } from './cookie-in.ts'
import { sessionCookie } from './session-cookie.ts'
import { type Viewer, viewerOf } from './viewer.ts'

/** Who asks is looked up as soon as his request has arrived, while the way to its page or door is found; for this request
 *  alone, whoever else comes with the same session. */
export function recognisedOnArrival(answer: Site['answer']): Site['answer'] {
  return async (request, response) => {
    const token = tokenOf(request)
    if (token === undefined) return answer(request, response)
    const viewer = viewerOf(token)
    viewer.catch(() => {}) // thrown to whoever asks for it
    return requests().run({ token, viewer }, () => answer(request, response))
  }
}

/** The viewer of the request that is being answered, whose session the token opens. */
export function viewerArrived(token: string): Promise<Viewer | undefined> {
  const arrived = requests().getStore()
  return arrived?.token === token ? arrived.viewer : viewerOf(token)
}

/** The program's own files need no session, and signing in and out looks for itself. */
const others = /^\/_next\/|^\/api\/auth\/|^[^?]*\.[a-z]+(\?|$)/

function tokenOf({ url = '', headers }: IncomingMessage): string | undefined {
  return others.test(url) ? undefined : cookieIn(headers.cookie, sessionCookie())
}

/** Next.js bundles this module once more: both look into the same one. */
function requests(): AsyncLocalStorage<Arrived> {
  return (process_.langarRequests ??= new AsyncLocalStorage())
}

type Arrived = { token: string; viewer: Promise<Viewer | undefined> }

const process_: { langarRequests?: AsyncLocalStorage<Arrived> } & typeof globalThis = globalThis
