import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { officialOf } from '#lib/access/roles.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import { Code, Narrative, NewId, optional, Percent, Reason } from '#lib/core/fields.ts'
import { languageOf } from '#lib/core/languages.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { attach, EvidenceSent, LinkLines } from '#lib/evidence/attach.ts'
import { onMilestone } from '#lib/milestones/about.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { maxEvidencePerReport } from '#lib/rules/limits.ts'
import { mayReport, type Status } from '#lib/rules/milestone-status.ts'
import { reportNow } from './report-now.ts'

/** An official logs progress on a milestone of the own organisation. Until the last step of the side's chain accepts
 *  it, the report is its side's alone and moves nothing. */
export const submitReport = command({
  name: 'progress-reports.submit',
  input: z.strictObject({
    id: NewId,
    milestone: Code,
    percent: Percent,
    narrative: Narrative,
    blocker: optional(Reason),
    nextStep: optional(Reason),
    /** In which language it is written. */
    language: z.string().refine((language) => languageOf(language) !== undefined),
    evidence: z.array(EvidenceSent).default([]),
    links: LinkLines,
  }),
  within: onMilestone.within,
  about: ({ tx, viewer, input }) => reportableSeenBy(tx, viewer, input.milestone),
  allow: (viewer, { partnershipId, organisationId }) => officialOf(viewer, partnershipId, organisationId),
  async run({ tx, viewer, by, record: milestone, input, at }) {
    const may = mayReport(milestone.status)
    if (!may.may) return refused('not-allowed', `rules.why-not.${may.why}`)
    const sent = [...input.evidence, ...input.links.map((url) => ({ kind: 'link' as const, url }))]
    if (sent.length > maxEvidencePerReport)
      return refused('invalid', 'problem.invalid', { fields: { evidence: 'problem.too-much-evidence' } })
    const own = milestone.ownAudienceId
    const report = tx.$executeRaw`
      insert into progress_reports (id, audience_id, partnership_id, milestone_id, post_id, percent, narrative,
        language, blocker, next_step, submitted_at)
      values (${input.id}::uuid, ${own}::uuid, ${milestone.partnershipId}::uuid, ${milestone.id}::uuid,
        ${by.post}::uuid, ${input.percent}, ${input.narrative}, ${input.language}, ${input.blocker ?? null},
        ${input.nextStep ?? null}, ${at})`
    // The first step is to send it. It keeps those under which it was sent; a side that set none has one, any of its staff.
    const chain = tx.$executeRaw`
      with first as (
        insert into report_steps (id, audience_id, report_id, position, act, post_id, person_id, at)
        values (${newId()}::uuid, ${own}::uuid, ${input.id}::uuid, 0, 'sent', ${by.post}::uuid,
          ${viewer.person}::uuid, ${at})),
      steps as materialized (
        select row_number() over (order by position)::int as position, post_id from acceptance_steps
        where partnership_id = ${milestone.partnershipId}::uuid and country_id = ${viewer.country}::uuid
          and ended_at is null)
      insert into report_chains (id, audience_id, report_id, position, post_id)
      select new_id(), ${own}::uuid, ${input.id}::uuid, position, post_id
      from (table steps union all select 1, null where not exists (table steps)) step`
    const evidence = attach(tx, viewer, {
      report: input.id,
      audience: own,
      partnership: milestone.partnershipId,
      evidence: sent,
    })
    const [attached] = await Promise.all([evidence, report, chain])
    return attached ? done(input.id) : refused('invalid', 'problem.invalid', { fields: unknownFile })
  },
  made: ({ record: { partnership, code }, input: { id } }) => ({
    id,
    partnership,
    milestone: code,
    state: 'submitted',
  }),
  answer: ({ tx, input }) => reportNow(tx, input.id),
  next: ({ partnership, milestone }) =>
    `/${partnership}/milestones/${milestone}?done=progress-reports.submit`,
})

const unknownFile = { evidence: 'problem.file-unknown' }

type ReportableMilestone = {
  id: string
  code: string
  partnership: string
  partnershipId: string
  organisationId: string | null
  status: Status
  ownAudienceId: string
}

/** Of a milestone what a report needs, locked until the transaction ends; undefined when it is not there for this viewer. */
async function reportableSeenBy(
  tx: Tx,
  viewer: Viewer,
  code: string,
): Promise<ReportableMilestone | undefined> {
  const [milestone] = await tx.$queryRaw<ReportableMilestone[]>`
    select m.id::text, m.code, p.code as partnership, m.partnership_id::text as "partnershipId",
      m.organisation_id::text as "organisationId", m.status, own.id::text as "ownAudienceId"
    from milestones m join partnerships p on p.id = m.partnership_id
    left join audiences own on own.partnership_id = m.partnership_id and own.country_id = ${viewer.country}::uuid
      and own.kind = 'side'
    where m.id = milestone_coded(${code}) and m.archived_at is null
    for no key update of m`
  return milestone
}
