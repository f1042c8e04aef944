import { createHash, randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '#lib/access/session.ts'
import { servedOverHttps } from '#lib/access/session-cookie.ts'
import { fromElsewhere } from '#lib/runner/from-elsewhere.ts'
import { readBytes } from '#lib/runner/read-bytes.ts'

/** In characters of an address; no address of ours is longer. */
const longestWayBack = 2000

type Context = { params: Promise<{ nextauth: string[] }> }

export const GET = (request: NextRequest, context: Context) => NextAuth(authOptions())(request, context)

/** next-auth wants a token that a script fetches first. The door's own check of the origin does the same work without
 *  JavaScript: what passes it is given the token here. */
export async function POST(request: NextRequest, context: Context) {
  if (fromElsewhere(request)) return new Response(null, { status: 403 })
  // Here the library's own script, which no page of ours has, tells its errors: anybody could write into our log.
  if ((await context.params).nextauth[0] === '_log') return new Response(null, { status: 404 })
  const sent = await readBytes(request)
  if (!sent) return new Response(null, { status: 413 })
  const form = new URLSearchParams(sent.toString())
  const token = randomBytes(32).toString('hex')
  const hash = createHash('sha256')
    .update(`${token}${process.env.NEXTAUTH_SECRET ?? ''}`)
    .digest('hex')
  const secure = servedOverHttps()
  const name = `${secure ? '__Host-' : ''}next-auth.csrf-token`
  const jar = await cookies()
  jar.set(name, `${token}|${hash}`, { httpOnly: true, sameSite: 'lax', path: '/', secure })
  form.set('csrfToken', token)
  // It comes back in a header and in a cookie, and must fit there.
  const waysBack = form.getAll('callbackUrl')
  if (waysBack.length > 1 || encodeURIComponent(waysBack.join('')).length > longestWayBack)
    form.delete('callbackUrl')
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  headers.set('content-type', 'application/x-www-form-urlencoded')
  const trusted = new NextRequest(request.url, { method: 'POST', headers, body: form })
  return NextAuth(authOptions())(trusted, context)
}
