import { timingSafeEqual } from 'node:crypto'

/** Is this request in demo mode, where one click signs in? Only on the embedded database, listening on loopback
 *  (`npm start` sees to LANGAR_DEMO), for a local host name, and without a proxy in between: the server marks such
 *  requests with a secret that it made at its start. */
export function isDemo(direct: string | null | undefined): boolean {
  const secret = process.env.LANGAR_DIRECT_SECRET
  if (process.env.LANGAR_DEMO !== '1' || !secret || !direct) return false
  const [said, known] = [Buffer.from(direct), Buffer.from(secret)]
  return said.length === known.length && timingSafeEqual(said, known)
}

export const directHeader = 'x-langar-direct'
