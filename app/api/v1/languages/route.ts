import { languageCookie, languageOf } from '#lib/core/languages.ts'
import type { Language } from '#lib/format/language.ts'
import { fromElsewhere } from '#lib/runner/from-elsewhere.ts'

/** The choice of a language, { language, back }, as a form or as JSON: keeps it for a year and leads back
 *  to where one was. It is no record and has no viewer (the sign-in page has the menu too), so it does not
 *  pass the runner. */
export async function POST(request: Request) {
  if (fromElsewhere(request)) return new Response(null, { status: 403 })
  const sent = await read(request)
  const language = languageOf(sent.language)
  if (!language) return Response.json({ problem: unknown }, { status: 422 })
  return new Response(null, {
    status: 303,
    headers: {
      location: pathOf(sent.back),
      'set-cookie': cookieFor(language, request),
      'cache-control': 'no-store',
    },
  })
}

const unknown = { code: 'invalid', message: 'problem.invalid', fields: { language: 'problem.malformed' } }

async function read(request: Request): Promise<{ language?: unknown; back?: unknown }> {
  try {
    if (!request.headers.get('content-type')?.includes('json'))
      return Object.fromEntries(await request.formData())
    const sent: unknown = await request.json()
    return typeof sent === 'object' && sent !== null ? sent : {}
  } catch {
    return {} // neither a form nor JSON: no language was sent
  }
}

/** '/UZ-KR/board?side=UZ' for itself; '/' for whatever a browser would take to another host ('//evil',
 *  '/\evil', 'https://…'). */
function pathOf(back: unknown) {
  const here = 'http://langar.invalid'
  if (typeof back !== 'string' || !back.startsWith('/')) return '/'
  const url = URL.parse(back, here)
  return url?.origin === here ? url.pathname.replace(/^\/+/, '/') + url.search : '/'
}

function cookieFor(language: Language, request: Request) {
  const isSecure =
    URL.parse(request.url)?.protocol === 'https:' || request.headers.get('x-forwarded-proto') === 'https'
  const year = 365 * 24 * 60 * 60
  return `${languageCookie}=${language}; Path=/; Max-Age=${year}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
}
