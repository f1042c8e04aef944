import { servedOverHttps } from '#lib/access/session-cookie.ts'
import { languageCookie, languageOf } from '#lib/core/languages.ts'
import type { Language } from '#lib/format/language.ts'
import { askedOverHttps } from '#lib/runner/asked-over-https.ts'
import { answer } from '#lib/runner/door.ts'
import { fromElsewhere } from '#lib/runner/from-elsewhere.ts'
import { refused } from '#lib/runner/outcome.ts'
import { read } from '#lib/runner/read.ts'

/** The choice of a language, { language, back }, as a form or as JSON: keeps it for a year and leads back
 *  to where one was. It is no record and has no viewer (the sign-in page has the menu too), so it does not
 *  pass the runner. */
export async function POST(request: Request) {
  if (fromElsewhere(request)) return answer(request, refused('not-allowed', 'door.from-elsewhere'))
  const { body, problem } = await read(request, undefined)
  if (problem) return answer(request, problem)
  const language = languageOf(body['language'])
  if (!language) return answer(request, unknown)
  return new Response(null, {
    status: 303,
    headers: {
      location: pathOf(body['back']),
      'set-cookie': cookieFor(language, request),
      'cache-control': 'no-store',
    },
  })
}

const unknown = refused('invalid', 'problem.invalid', { fields: { language: 'problem.malformed' } })

/** '/UZ-KR/board?side=UZ' for itself; '/' for whatever a browser would take to another host ('//evil',
 *  '/\evil', 'https://…'). */
function pathOf(back: unknown) {
  const here = 'http://langar.invalid'
  if (typeof back !== 'string' || !back.startsWith('/')) return '/'
  const url = URL.parse(back, here)
  return url?.origin === here ? url.pathname.replace(/^\/+/, '/') + url.search : '/'
}

function cookieFor(language: Language, request: Request) {
  const isSecure = servedOverHttps() || askedOverHttps(request.headers)
  const year = 365 * 24 * 60 * 60
  return `${languageCookie}=${language}; Path=/; Max-Age=${year}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
}
