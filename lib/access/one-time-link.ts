import { createHash, createHmac } from 'node:crypto'

/** The token of the one-time link with this id. It is computed and never kept, so that the page can show it to whoever just
 *  made it, without JavaScript too, while the database has its SHA-256 alone. */
export function tokenOfLink(id: string): string {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is missing: without it anybody could compute the link')
  return createHmac('sha256', secret).update(`one-time-link ${id}`).digest('base64url')
}

/** What the database keeps of it. */
export const hashOfLink = (id: string) => createHash('sha256').update(tokenOfLink(id)).digest()
