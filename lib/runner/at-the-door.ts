import { cookieIn } from '#lib/access/cookie-in.ts'
import { sessionCookie } from '#lib/access/session-cookie.ts'
import { viewerArrived } from '#lib/access/viewer-on-arrival.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import { languageCookie, languageFrom } from '#lib/core/languages.ts'
import type { Language } from '#lib/format/language.ts'

/** Who stands at a door and what he speaks, by his request alone: so that a door needs no Next.js around it. */

export async function viewerAt({ headers }: Request): Promise<Viewer | undefined> {
  const token = cookieIn(headers.get('cookie'), sessionCookie())
  return token === undefined ? undefined : viewerArrived(token)
}

export function languageAt({ headers }: Request): Language {
  return languageFrom(cookieIn(headers.get('cookie'), languageCookie), headers.get('accept-language'))
}
