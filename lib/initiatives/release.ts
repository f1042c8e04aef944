import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { holds } from '#lib/access/roles.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { Code, NewId, Reason, Version } from '#lib/core/fields.ts'
import { audienceOfKind } from '#lib/milestones/audience-for.ts'
import { sign } from '#lib/milestones/sign.ts'
import { widenMilestone, type Widening } from '#lib/milestones/widen.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { mostAlong } from '#lib/rules/limits.ts'
import { type PartnershipAudience, widerThan } from '#lib/rules/visibility.ts'
import { widenCitations } from '#lib/sources/widen-citations.ts'
import { nextInitiativeCode } from './next-code.ts'

/** Staff release an initiative: a side's own to both sides, a shared one to the public. Its milestones stay where they are,
 *  unless they are named in `along`. */
export const releaseInitiative = command({
  name: 'initiatives.release',
  input: z.strictObject({
    id: NewId,
    initiative: Code,
    version: Version,
    to: z.enum(['shared', 'public']),
    reason: Reason,
    along: z.array(Code).max(mostAlong).default([]),
  }),
  about: ({ tx, viewer, input }) => releasable(tx, viewer, input.initiative),
  allow: (viewer, { partnershipId }) => holds(viewer, partnershipId, 'staff'),
  restsOn: ({ version, id }) => ({ version, recordId: id }),
  async run({ tx, viewer, by, record: initiative, input, at }) {
    const from = initiative.audienceKind
    if (from === 'public' || input.to !== widerThan(from))
      return refused('not-allowed', 'rules.why-not.not-wider')
    const along = await milestonesAlong(tx, initiative, input.along)
    if (along.length !== new Set(input.along).size)
      return refused('invalid', 'problem.invalid', { fields: { along: 'problem.not-to-name' } })
    const into = await audienceOfKind(tx, input.to, initiative.partnershipId)
    const { ownAudienceId } = initiative
    const { to, reason } = input
    const widening = { release: input.id, viewer, post: by.post, ownAudienceId, from, into, to, reason, at }
    await tx.$executeRaw`select release_into(${into}::uuid)`
    await widenInitiative(tx, initiative, widening)
    for (const { id } of along) await widenMilestone(tx, id, { ...widening, release: newId() })
    return done(initiative.id)
  },
  async answer({ tx, input }) {
    const [now] = await tx.$queryRaw<{ code: string; partnership: string; version: string }[]>`
      select i.code, p.code as partnership, i.version::text from initiatives i join partnerships p on p.id = i.partnership_id
      where i.id = initiative_coded(${input.initiative})`
    return now
  },
  next: ({ partnership, code }) => `/${partnership}/initiatives/${code}?done=initiatives.release`,
})

type Releasable = {
  id: string
  code: string
  partnershipId: string
  directionId: string
  audienceId: string
  audienceKind: PartnershipAudience['kind']
  ownAudienceId: string
  version: string
}

async function releasable(tx: Tx, viewer: Viewer, code: string): Promise<Releasable | undefined> {
  const [initiative] = await tx.$queryRaw<Releasable[]>`
    select i.id::text, i.code, i.partnership_id::text as "partnershipId", i.direction_id::text as "directionId",
      i.audience_id::text as "audienceId", a.kind as "audienceKind", own.id::text as "ownAudienceId", i.version::text
    from initiatives i join audiences a on a.id = i.audience_id
    left join audiences own on own.partnership_id = i.partnership_id and own.country_id = ${viewer.country}::uuid
      and own.kind = 'side'
    where i.id = initiative_coded(${code}) and i.archived_at is null
    for no key update of i`
  return initiative
}

/** Of the initiative's milestones those named, as far as they are where the initiative is; in the order of their codes. */
function milestonesAlong(
  tx: Tx,
  { id, audienceId }: Releasable,
  named: readonly string[],
): Promise<{ id: string }[]> {
  return tx.$queryRaw<{ id: string }[]>`
    select m.id::text from milestones m
    where m.initiative_id = ${id}::uuid and m.audience_id = ${audienceId}::uuid and m.archived_at is null
      and m.code = any(${named}::text[])
    order by m.code collate "C" for no key update`
}

async function widenInitiative(tx: Tx, initiative: Releasable, widening: Widening): Promise<void> {
  const { release, viewer, post, ownAudienceId, from, into, to, reason, at } = widening
  const { id, audienceId } = initiative
  await tx.$executeRaw`
    insert into releases (id, audience_id, initiative_id, from_kind, to_kind, reason, post_id, at)
    values (${release}::uuid, ${audienceId}::uuid, ${id}::uuid, ${from}, ${to}, ${reason}, ${post}::uuid, ${at})`
  await sign(tx, viewer, ownAudienceId, { release })
  if (from === 'side')
    await tx.$executeRaw`
      insert into code_aliases (id, audience_id, initiative_id, code)
      values (new_id(), ${audienceId}::uuid, ${id}::uuid, ${initiative.code})`
  const code =
    from === 'side'
      ? await nextInitiativeCode(tx, { directionId: initiative.directionId, audienceId: into })
      : initiative.code
  await tx.$executeRaw`
    update initiatives set audience_id = ${into}::uuid, code = ${code}, version = gen_random_uuid()
    where id = ${id}::uuid`
  // Its bodies, directions, mandate and sources say what it is: they go along, as far as those are seen there.
  await tx.$executeRaw`
    update initiative_bodies set audience_id = ${into}::uuid
    where initiative_id = ${id}::uuid and audience_id = ${audienceId}::uuid`
  await tx.$executeRaw`
    update initiative_directions set audience_id = ${into}::uuid
    where initiative_id = ${id}::uuid and audience_id = ${audienceId}::uuid`
  await tx.$executeRaw`
    update initiative_agreements l set audience_id = ${into}::uuid from agreements g
    where l.initiative_id = ${id}::uuid and l.audience_id = ${audienceId}::uuid and g.id = l.agreement_id
      and holds(g.audience_id, ${into}::uuid)`
  await widenCitations(tx, sql`c.initiative_id = ${id}::uuid`, audienceId, into)
}
