/** The session's cookie. Over HTTPS its name binds it to this very host; no other cookie may begin with the name, or
 *  next-auth would take it for a piece of this one. */
export function sessionCookie(): string {
  return servedOverHttps() ? '__Host-langar' : 'langar-session'
}

export function servedOverHttps(): boolean {
  return process.env.LANGAR_HTTPS === '1'
}

/** How long a session lasts, in seconds: a working day. */
export const sessionSeconds = 12 * 3600
