import { type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { type ShownPost, shownPost } from '#lib/people/shown-post.ts'

/** A file or a link that a report rests on. `size` in bytes, `sha256` in hex. */
export type ShownEvidence =
  | { id: string; kind: 'file'; name: string; size: number; sha256: string; mediaType: string }
  | { id: string; kind: 'link'; name: string; url: string }

/** A step that was taken of a report; `reason`: of a return. */
export type ShownStep = {
  act: 'sent' | 'accepted' | 'returned'
  at: string
  post: ShownPost
  reason: string | null
}

export type ShownReport = {
  id: string
  percent: number
  narrative: string
  /** BCP 47, in which it was written. */
  language: string
  blocker: string | null
  nextStep: string | null
  state: 'submitted' | 'accepted' | 'returned'
  /** ISO 8601. */
  submittedAt: string
  decidedAt: string | null
  post: ShownPost
  evidence: ShownEvidence[]
  /** The steps under which it was sent (null: any staff of the side) and those taken, the sending first. Both are the
   *  side's alone: empty for everybody else. */
  chain: (ShownPost | null)[]
  taken: ShownStep[]
}

const most = 100

/** The reports on a milestone, newest first: the accepted ones and, for the own side, those on their way or returned. */
export async function reportsOn(tx: Tx, milestone: string, language: Language): Promise<ShownReport[]> {
  return tx.$queryRaw<ShownReport[]>`
    select r.id::text, r.percent, r.narrative, r.language, r.blocker, r.next_step as "nextStep", r.state,
      to_jsonb(r.submitted_at) as "submittedAt", to_jsonb(r.decided_at) as "decidedAt",
      ${shownPost(sql`r.post_id`, language)} as post,
      coalesce((select json_agg(${evidenceRow} order by v.kind, v.name, v.id)
        from evidence v where v.report_id = r.id), '[]') as evidence,
      coalesce((select json_agg(${shownPost(sql`h.post_id`, language)} order by h.position)
        from report_chains h where h.report_id = r.id), '[]') as chain,
      coalesce((select json_agg(json_build_object('act', s.act, 'at', s.at, 'reason', s.reason,
          'post', ${shownPost(sql`s.post_id`, language)}) order by s.position)
        from report_steps s where s.report_id = r.id), '[]') as taken
    from progress_reports r where r.milestone_id = ${milestone}::uuid
    order by r.submitted_at desc, r.id limit ${most}`
}

const evidenceRow: Sql = sql`json_build_object('id', v.id, 'kind', v.kind, 'name', v.name, 'size', v.size,
  'sha256', encode(v.sha256, 'hex'), 'mediaType', v.media_type, 'url', v.url)`
