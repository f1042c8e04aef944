import { z } from 'zod'
import { holds } from '#lib/access/roles.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { Code, Id, NewId, Version } from '#lib/core/fields.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { chainVersion } from './chain-version.ts'

/** `any-staff`, or the UUID of a post. */
const Step = z.union([z.literal('any-staff'), Id])

/** A form has five places, and whoever wants fewer steps leaves the others empty. */
const Steps = z.preprocess(
  (sent) => (Array.isArray(sent) ? sent.filter((one) => one !== '') : sent),
  z.array(Step).min(1, { error: 'problem.missing' }).max(5),
)

/** The admin of a side sets the chain that its officials' reports pass from now on; what was sent before keeps the steps
 *  under which it was sent. Nobody puts a post that he himself holds into it. */
export const changeAcceptanceSteps = command({
  name: 'acceptance-steps.change',
  input: z.strictObject({ id: NewId, partnership: Code, version: Version, steps: Steps }),
  about: ({ tx, input }) => chainToChange(tx, input.partnership),
  allow: (viewer, { id }) => holds(viewer, id, 'side_admin'),
  restsOn: ({ version, id }) => ({ version, recordId: id }),
  async run({ tx, viewer, record: chain, input }) {
    const posts = input.steps.map((step) => (step === 'any-staff' ? null : step))
    const added = posts.filter((post) => post !== null && !chain.posts.includes(post))
    const [own] = await tx.$queryRaw<unknown[]>`
      select from appointments where post_id = any(${added}::uuid[]) and person_id = ${viewer.person}::uuid
        and coalesce(to_on, 'infinity') >= (now() at time zone 'UTC')::date limit 1`
    if (own) return refused('not-allowed', 'acceptance-steps.change.own')
    const [set] = await tx.$queryRaw<{ done: boolean }[]>`
      select set_acceptance_chain(${chain.id}::uuid, ${posts}::uuid[]) as done`
    return set?.done
      ? done(chain.code)
      : refused('invalid', 'problem.invalid', { fields: { 'steps[]': 'acceptance-steps.change.no-post' } })
  },
  async answer({ tx, input }) {
    const [partnership] = await tx.$queryRaw<{ code: string }[]>`
      select code from partnerships where code = ${input.partnership}`
    return partnership
  },
  next: ({ code }) => `/admin/acceptance-steps?partnership=${code}&done=change`,
})

/** The side's own chain, known to its admin alone; that of the partnership is locked by its side's row, so that of two at
 *  once the second sees what the first has set. */
async function chainToChange(
  tx: Tx,
  code: string,
): Promise<{ id: string; code: string; version: string; posts: string[] } | undefined> {
  const [partnership] = await tx.$queryRaw<{ id: string; code: string }[]>`
    select p.id::text, p.code from partnerships p where p.code = ${code} for no key update`
  if (!partnership) return undefined
  const steps = await tx.$queryRaw<{ id: string; post: string | null }[]>`
    select id::text, post_id::text as post from acceptance_chain(${partnership.id}::uuid)`
  return {
    ...partnership,
    version: chainVersion(partnership.id, steps),
    posts: steps.flatMap(({ post }) => post ?? []),
  }
}
