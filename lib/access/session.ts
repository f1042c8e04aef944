import { createHash, randomBytes } from 'node:crypto'
import type { AuthOptions } from 'next-auth'
import credentials from 'next-auth/providers/credentials'
import { database } from '#lib/core/database.ts'
import { demoPersonAt } from './demo-accounts.ts'
import { directHeader, isDemo } from './demo.ts'
import { personWithPassword } from './person-with-password.ts'
import { servedOverHttps, sessionCookie, sessionSeconds } from './session-cookie.ts'
import { viewerOf } from './viewer.ts'

/** Signing in is next-auth's. Its cookie holds an opaque token; the row under the token's SHA-256 is the session, so
 *  that a session ends at once when the row goes: on signing out, deactivation, a changed role, a handover. */
export const authOptions = (): AuthOptions => ({
  secret: process.env.NEXTAUTH_SECRET ?? '',
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/' },
  session: { strategy: 'jwt', maxAge: sessionSeconds },
  useSecureCookies: servedOverHttps(),
  cookies: {
    sessionToken: {
      name: sessionCookie(),
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: servedOverHttps() },
    },
  },
  providers: [
    credentials({
      id: 'password',
      credentials: { email: {}, password: {} },
      authorize: async (sent, { headers }) => person(await personWithPassword(sent ?? {}, headers ?? {})),
    }),
    credentials({
      id: 'demo',
      credentials: { post: {} },
      authorize: async (sent, { headers }) =>
        isDemo(headers?.[directHeader]) ? person(await demoPersonAt(sent?.['post'] ?? '')) : null,
    }),
  ],
  jwt: {
    encode: async ({ token }) => token?.['sid']?.toString() ?? openSession(token?.sub),
    decode: async ({ token }) => {
      const viewer = token && (await viewerOf(token))
      return viewer ? { sub: viewer.person, sid: token } : null
    },
  },
  callbacks: {
    // Only a path of this site: no forged host and no other site is ever led to.
    redirect: ({ url, baseUrl }) => baseUrl + pathOf(url, baseUrl),
  },
  events: {
    signOut: async ({ token }) => {
      const sid = token?.['sid']
      if (typeof sid === 'string') await database().$executeRaw`select end_session(${Buffer.from(sid)})`
    },
  },
  logger: { error: (code, details) => noErrorOfOurs.has(code) || console.error(code, details) },
})

/** What the library calls an error and is none: a session that has ended, and what strangers send. */
const noErrorOfOurs = new Set(['JWT_SESSION_ERROR', 'INVALID_CALLBACK_URL_ERROR'])

const person = (id: string | undefined) => (id === undefined ? null : { id })

async function openSession(who: string | undefined): Promise<string> {
  if (who === undefined) throw new TypeError('a session of nobody')
  const token = randomBytes(32).toString('base64url')
  const until = new Date(Date.now() + sessionSeconds * 1000)
  const hash = createHash('sha256').update(token).digest()
  await database().$executeRaw`select open_session(${who}::uuid, ${hash}, ${until})`
  return token
}

function pathOf(url: string, baseUrl: string): string {
  const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : undefined
  return target && target.origin === new URL(baseUrl).origin ? target.pathname + target.search : '/'
}
