import { database } from '#lib/core/database.ts'
import { passwordMatches } from '#lib/core/passwords.ts'
import { giveTryBack, takeTry } from '#lib/core/rate-limit.ts'

type Typed = { email?: string; password?: string }

/** Whose e-mail and password these are; undefined when they are nobody's, whichever of the two is wrong. Throws
 *  «too-many» when too many were wrong, be there such an account or not. */
export async function personWithPassword(
  sent: Typed,
  headers: Record<string, string>,
): Promise<string | undefined> {
  const email = (sent.email ?? '').replaceAll('\0', '').toWellFormed().trim().toLowerCase().slice(0, 320)
  const address = headers['x-langar-address'] ?? 'unknown'
  if (!(await takeTry(email, address))) throw new Error('too-many')
  const [found] = await database().$queryRaw<{ person: string; hash: string }[]>`
    select person::text, password_hash as hash from find_credential(${email})`
  if (!(await passwordMatches(found?.hash, (sent.password ?? '').slice(0, 1000)))) return undefined
  await giveTryBack(email, address)
  return found?.person
}
