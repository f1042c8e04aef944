import { z } from 'zod'
import { holds } from '#lib/access/roles.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import { Id, NewId } from '#lib/core/fields.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { pageOfPost, postNow } from './seen.ts'

/** Takes a role from a post: who holds it is signed out at once, and comes back without it. Whoever holds a post that a chain
 *  names has to remain able to take its step. */
export const revokeRole = command({
  name: 'posts.revoke',
  input: z.strictObject({ id: NewId, grant: Id }),
  about: ({ tx, viewer, input }) => grantSeenBy(tx, viewer, input.grant),
  allow: (viewer, { partnershipId }) =>
    partnershipId === null ? undefined : holds(viewer, partnershipId, 'side_admin'),
  async run({ tx, record: grant, at }) {
    if (await leavesStep(tx, grant)) return refused('not-allowed', 'posts.revoke.has-steps')
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

type SeenGrant = { id: string; postId: string; partnershipId: string | null }

/** A role of a post of the viewer's country that nobody has taken away yet, locked. */
async function grantSeenBy(tx: Tx, viewer: Viewer, grant: string): Promise<SeenGrant | undefined> {
  const [seen] = await tx.$queryRaw<SeenGrant[]>`
    select id::text, post_id::text as "postId", partnership_id::text as "partnershipId" from grants
    where id = ${grant}::uuid and country_id = ${viewer.country}::uuid and ended_at is null
    for no key update`
  return seen
}

/** Does the side's chain name the post, and is this the last role with which somebody takes a step? */
async function leavesStep(tx: Tx, { id, postId, partnershipId }: SeenGrant): Promise<boolean> {
  const [step] = await tx.$queryRaw<unknown[]>`
    select from acceptance_chain(${partnershipId}::uuid) s where s.post_id = ${postId}::uuid
      and array[${id}::uuid] = array(select g.id from grants g
        where g.post_id = s.post_id and g.partnership_id = ${partnershipId}::uuid and g.role in ('official', 'staff')
          and g.ended_at is null)
    limit 1`
  return step !== undefined
}
