import { z } from 'zod'
import { holds } from '#lib/access/roles.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import { Id, NewId } from '#lib/core/fields.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { command } from '#lib/runner/command.ts'
import { done } from '#lib/runner/outcome.ts'
import { pageOfPost, postNow } from './seen.ts'

/** Takes a role from a post: who holds it is signed out at once, and comes back without it. */
export const revokeRole = command({
  name: 'posts.revoke',
  input: z.strictObject({ id: NewId, grant: Id }),
  about: ({ tx, viewer, input }) => grantSeenBy(tx, viewer, input.grant),
  allow: (viewer, { partnershipId }) =>
    partnershipId === null ? undefined : holds(viewer, partnershipId, 'side_admin'),
  async run({ tx, record: grant, at }) {
    await tx.$executeRaw`update grants set ended_at = ${at} where id = ${grant.id}::uuid`
    return done(grant.id)
  },
  async answer({ tx, input }) {
    const [grant] = await tx.$queryRaw<{ post: string }[]>`
      select post_id::text as post from grants where id = ${input.grant}::uuid`
    return grant && postNow(tx, grant.post)
  },
  next: pageOfPost('revoke'),
})

/** A role of a post of the viewer's country that nobody has taken away yet, locked. */
async function grantSeenBy(
  tx: Tx,
  viewer: Viewer,
  grant: string,
): Promise<{ id: string; partnershipId: string | null } | undefined> {
  const [seen] = await tx.$queryRaw<{ id: string; partnershipId: string | null }[]>`
    select id::text, partnership_id::text as "partnershipId" from grants
    where id = ${grant}::uuid and country_id = ${viewer.country}::uuid and ended_at is null
    for no key update`
  return seen
}
