import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { type ShownPost, shownPost } from '#lib/people/shown-post.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { DueCause } from '#lib/rules/due-date-change.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'
import type { Asked } from '#lib/rules/two-sides.ts'
import { type CitedSource, citedSources } from '#lib/sources/cited.ts'
import type { StatusAct } from './ask-status.ts'
import { neededKeys } from './two-keys.ts'

/** A change of the due date. `from`, `to` null: no date then. `state`: only an agreed one counts. */
export type ShownDueDateChange = Asked & {
  id: string
  kind: 'moved' | 'refined' | 'restated'
  from: Due | null
  to: Due | null
  announced: Due | null
  cause: DueCause | null
  causedBy: SideCode | null
  words: string | null
  becauseOf: { code: string; title: Text } | null
  meeting: { code: string; title: Text } | null
  asked: { post: ShownPost; at: string } | null
  agreed: { post: ShownPost; at: string } | null
  refused: { post: ShownPost; at: string } | null
  /** Why it was refused. */
  refusal: string | null
  sources: CitedSource[]
}

/** An asking that the milestone is cancelled or restored. `state`: only an agreed one counts. */
export type ShownStatusChange = Asked & {
  id: string
  kind: StatusAct
  reason: string
  asked: { post: ShownPost; at: string }
  agreed: { post: ShownPost; at: string } | null
  refused: { post: ShownPost; at: string } | null
  /** Why it was refused. */
  refusal: string | null
}

/** Everything that was asked about a milestone, as far as this viewer sees it; each in its order. */
export type AskedChanges = { dueDateChanges: ShownDueDateChange[]; statusChanges: ShownStatusChange[] }

export async function askedChanges(tx: Tx, milestone: string, language: Language): Promise<AskedChanges> {
  const [asked] = await tx.$queryRaw<[AskedChanges]>`
    select
      coalesce((select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'askedBy', dc.code,
          'needed', ${neededKeys(sql`m.audience_id`)}, 'isOwnAsking', exists (select from signatures s
            where s.due_date_change_id = d.id and s.act = 'asked' and s.person_id = viewer_person()),
          'from', ${dated(sql`d.from_on`, sql`d.from_precision`)}, 'to', ${dated(sql`d.to_on`, sql`d.to_precision`)},
          'announced', ${dated(sql`d.announced_on`, sql`d.announced_precision`)},
          'cause', d.cause, 'causedBy', cc.code, 'words', d.words, 'state', d.state,
          'becauseOf', (select json_build_object('code', b.code, 'title', text_in(b.title, ${language}))
            from milestones b where b.id = d.because_of_id),
          'meeting', (select json_build_object('code', g.code, 'title', text_in(g.title, ${language}))
            from meetings g where g.id = d.meeting_id),
          'asked', case when d.asked_post_id is not null then
            json_build_object('post', ${shownPost(sql`d.asked_post_id`, language)}, 'at', d.asked_at) end,
          'agreed', case when d.agreed_post_id is not null then
            json_build_object('post', ${shownPost(sql`d.agreed_post_id`, language)}, 'at', d.agreed_at) end,
          'refused', case when d.refused_post_id is not null then
            json_build_object('post', ${shownPost(sql`d.refused_post_id`, language)}, 'at', d.refused_at) end,
          'refusal', d.refusal,
          'sources', ${citedSources(sql`ci.due_date_change_id = d.id`)}) order by d.position, d.asked_at)
        from due_date_changes d left join countries cc on cc.id = d.cause_country_id
          left join countries dc on dc.id = d.asked_country_id
        where d.milestone_id = m.id), '[]') as "dueDateChanges",
      coalesce((select json_agg(json_build_object('id', x.id, 'kind', x.kind, 'reason', x.reason, 'state', x.state,
          'askedBy', xc.code, 'needed', ${neededKeys(sql`m.audience_id`)},
          'isOwnAsking', exists (select from signatures s
            where s.status_change_id = x.id and s.act = 'asked' and s.person_id = viewer_person()),
          'asked', json_build_object('post', ${shownPost(sql`x.asked_post_id`, language)}, 'at', x.asked_at),
          'agreed', case when x.agreed_post_id is not null then
            json_build_object('post', ${shownPost(sql`x.agreed_post_id`, language)}, 'at', x.agreed_at) end,
          'refused', case when x.refused_post_id is not null then
            json_build_object('post', ${shownPost(sql`x.refused_post_id`, language)}, 'at', x.refused_at) end,
          'refusal', x.refusal) order by x.asked_at, x.id)
        from status_changes x join countries xc on xc.id = x.asked_country_id
        where x.milestone_id = m.id), '[]') as "statusChanges"
    from milestones m where m.id = ${milestone}::uuid`
  return asked
}
