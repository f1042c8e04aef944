import { z } from 'zod'
import { holds } from '#lib/access/roles.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { Code, NewId, Reason, Version } from '#lib/core/fields.ts'
import { audienceOfKind } from '#lib/milestones/audience-for.ts'
import { sign } from '#lib/milestones/sign.ts'
import { nextCode, ofBothSides } from '#lib/partnerships/next-code.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { type PartnershipAudience, widerThan } from '#lib/rules/visibility.ts'
import { widenCitations } from '#lib/sources/widen-citations.ts'

/** Staff release an agreement: a side's own to both sides, a shared one to the public. */
export const releaseAgreement = command({
  name: 'agreements.release',
  input: z.strictObject({
    id: NewId,
    agreement: Code,
    version: Version,
    to: z.enum(['shared', 'public']),
    reason: Reason,
  }),
  about: ({ tx, viewer, input }) => releasable(tx, viewer, input.agreement),
  allow: (viewer, { partnershipId }) => holds(viewer, partnershipId, 'staff'),
  restsOn: ({ version, id }) => ({ version, recordId: id }),
  async run({ tx, viewer, by, record: agreement, input, at }) {
    const { id, audienceKind: from, audienceId, ownAudienceId } = agreement
    if (from === 'public' || input.to !== widerThan(from))
      return refused('not-allowed', 'rules.why-not.not-wider')
    const into = await audienceOfKind(tx, input.to, agreement.partnershipId)
    await tx.$executeRaw`select release_into(${into}::uuid)`
    await tx.$executeRaw`
      insert into releases (id, audience_id, agreement_id, from_kind, to_kind, reason, post_id, at)
      values (${input.id}::uuid, ${audienceId}::uuid, ${id}::uuid, ${from}, ${input.to}, ${input.reason},
        ${by.post}::uuid, ${at})`
    await sign(tx, viewer, ownAudienceId, { release: input.id })
    const code = from === 'side' ? await inSeries(tx, agreement, into) : agreement.code
    await tx.$executeRaw`
      update agreements set audience_id = ${into}::uuid, code = ${code}, version = gen_random_uuid()
      where id = ${id}::uuid`
    await takeAlong(tx, agreement, into)
    return done(id)
  },
  async answer({ tx, input }) {
    const [now] = await tx.$queryRaw<{ code: string; partnership: string; version: string }[]>`
      select g.code, p.code as partnership, g.version::text from agreements g
      join partnerships p on p.id = g.partnership_id where g.id = agreement_coded(${input.agreement})`
    return now
  },
  next: ({ partnership, code }) => `/${partnership}/agreements/${code}?done=agreements.release`,
})

type Releasable = {
  id: string
  code: string
  partnershipId: string
  partnership: string
  audienceId: string
  audienceKind: PartnershipAudience['kind']
  ownAudienceId: string
  version: string
}

async function releasable(tx: Tx, viewer: Viewer, code: string): Promise<Releasable | undefined> {
  const [agreement] = await tx.$queryRaw<Releasable[]>`
    select g.id::text, g.code, p.id::text as "partnershipId", p.code as partnership, g.audience_id::text as "audienceId",
      a.kind as "audienceKind", own.id::text as "ownAudienceId", g.version::text
    from agreements g join partnerships p on p.id = g.partnership_id join audiences a on a.id = g.audience_id
    left join audiences own on own.partnership_id = p.id and own.country_id = ${viewer.country}::uuid and own.kind = 'side'
    where g.id = agreement_coded(${code}) and g.archived_at is null
    for no key update of g`
  return agreement
}

/** The next code of the series (`UZ-KR-AGR-31`); the former one stays with its side. */
async function inSeries(
  tx: Tx,
  { id, code, audienceId, partnershipId, partnership }: Releasable,
  into: string,
): Promise<string> {
  await tx.$executeRaw`
    insert into code_aliases (id, audience_id, agreement_id, code)
    values (new_id(), ${audienceId}::uuid, ${id}::uuid, ${code})`
  return nextCode(tx, {
    above: `${partnership}-AGR`,
    audienceId: into,
    taken: sql`select code from agreements where partnership_id = ${partnershipId}::uuid and ${ofBothSides}`,
    holdOthers: sql`select from partnerships where id = ${partnershipId}::uuid for no key update`,
  })
}

/** Its directions, what descends from it and its sources, as far as those are seen there. */
async function takeAlong(tx: Tx, { id, audienceId }: Releasable, into: string): Promise<void> {
  await tx.$executeRaw`
    update agreement_directions set audience_id = ${into}::uuid
    where agreement_id = ${id}::uuid and audience_id = ${audienceId}::uuid`
  await tx.$executeRaw`
    update initiative_agreements l set audience_id = ${into}::uuid from initiatives i
    where l.agreement_id = ${id}::uuid and l.audience_id = ${audienceId}::uuid and i.id = l.initiative_id
      and holds(i.audience_id, ${into}::uuid)`
  await widenCitations(tx, sql`c.agreement_id = ${id}::uuid`, audienceId, into)
}
