import { cache } from 'react'
import { database } from '#lib/core/database.ts'

/** Whose password the holder of a one-time link may choose. */
export type LinkHolder = { name: string; email: string }

/** undefined for a link that was used, has expired, or never was: nobody can tell which. A page and its metadata ask the
 *  same; it runs once per request. */
export const linkHolder = cache(async (token: string): Promise<LinkHolder | undefined> => {
  const [holder] = await database().$queryRaw<LinkHolder[]>`
    select name, email from holder_of_link(${Buffer.from(token)})`
  return holder
})
