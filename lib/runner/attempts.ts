import { viewerOfRequest } from '#lib/access/viewer-of-request.ts'
import { asViewer } from '#lib/access/wall.ts'
import type { SaidProblem } from './say.ts'

/** What was typed into a form that was refused, why, and by which door (its path), so that the page can show both again,
 *  in that form and no other, without JavaScript. */
export type Attempt = { door: string; typed: Record<string, string | string[]>; problem: SaidProblem }

/** The attempt that the address names with `?attempt=`, if it is this viewer's and not yet gone. */
export async function attemptIn(
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<Attempt | undefined> {
  const { attempt: id } = await searchParams
  const viewer = await viewerOfRequest()
  if (typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id) || !viewer) return undefined
  const [kept] = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<{ typed: string }[]>`
      select typed from attempts where id = ${id}::uuid and until > now()`,
  )
  return kept && JSON.parse(kept.typed)
}
