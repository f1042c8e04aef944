import { createHash, randomBytes } from 'node:crypto'
import type { AuthOptions } from 'next-auth'
import credentials from 'next-auth/providers/credentials'
import { database } from '#lib/core/database.ts'
import { passwordMatches } from '#lib/core/passwords.ts'
import { countFailedSignIn, mayTrySignIn } from '#lib/core/rate-limit.ts'
import { demoPersonAt } from './demo-accounts.ts'
import { directHeader, isDemo } from './demo.ts'
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
      authorize: (sent, request) => bySigningIn(sent, request.headers),
    }),
    credentials({
      id: 'demo',
      credentials: { post: {} },
      authorize: (sent, request) => byOneClick(sent, request.headers),
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
  // Every session that has ended is reported as an error otherwise.
  logger: { error: (code, details) => code === 'JWT_SESSION_ERROR' || console.error(code, details) },
})

type Headers = Record<string, string> | undefined

async function bySigningIn(sent: Record<string, string> | undefined, headers: Headers) {
  const email = sent?.['email']?.trim().toLowerCase().slice(0, 320) ?? ''
  const address = headers?.['x-langar-address'] ?? 'unknown'
  if (!(await mayTrySignIn(email, address))) throw new Error('too-many')
  const [found] = await database().$queryRaw<{ person: string; hash: string }[]>`
    select person::text, password_hash as hash from find_credential(${email})`
  if (await passwordMatches(found?.hash, sent?.['password']?.slice(0, 1000) ?? ''))
    return person(found?.person)
  await countFailedSignIn(email, address)
  return null
}

async function byOneClick(sent: Record<string, string> | undefined, headers: Headers) {
  if (!isDemo(headers?.[directHeader])) return null
  return person(await demoPersonAt(sent?.['post'] ?? ''))
}

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
