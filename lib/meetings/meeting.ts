import { z } from 'zod'
import { Code } from '#lib/core/fields.ts'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { audienceOf } from '#lib/partnerships/audience-of.ts'
import { type SeenPartnership, partnershipSeen } from '#lib/partnerships/seen.ts'
import { question } from '#lib/runner/question.ts'
import type { Due, PlainDate } from '#lib/rules/due-date.ts'
import type { Text } from '#lib/rules/texts.ts'
import type { PartnershipAudience } from '#lib/rules/visibility.ts'
import { type CitedSource, citedSources } from '#lib/sources/cited.ts'
import { shownDecision, type ShownDecision } from './shown-decision.ts'

export type MeetingPage = {
  partnership: SeenPartnership
  code: string
  kind: string
  title: Text
  status: 'planned' | 'held'
  held: Due
  endsOn: PlainDate | null
  /** Planned for a date that is over: nobody reported that it was held. */
  isPast: boolean
  place: string | null
  mode: string | null
  /** As their offices announced them. */
  participants: string[]
  inferred: boolean
  note: string | null
  audience: PartnershipAudience
  series: { code: string; name: Text } | null
  decisions: ShownDecision[]
  sources: CitedSource[]
}

/** A meeting with its numbered decisions. */
export const meetingPage = question({
  name: 'meetings.meeting',
  input: z.object({ partnership: Code, meeting: Code }),
  about: ({ tx, input, language }) => meetingSeen(tx, input, language),
  answer: async ({ record }) => record,
})

async function meetingSeen(
  tx: Tx,
  asked: { partnership: string; meeting: string },
  language: Language,
): Promise<MeetingPage | undefined> {
  const partnership = await partnershipSeen(tx, asked.partnership, language)
  if (!partnership) return undefined
  const [meeting] = await tx.$queryRaw<Omit<MeetingPage, 'partnership'>[]>`
    select g.code, g.kind, text_in(g.title, ${language}) as title, g.status,
      ${dated(sql`g.held_on`, sql`g.held_precision`)} as held, g.ends_on::text as "endsOn",
      g.status = 'planned' and coalesce(g.ends_on, g.held_on) < today_at(g.partnership_id, null) as "isPast",
      g.place, g.mode, g.participants, g.inferred, g.note, ${audienceOf(sql`g.audience_id`)} as audience,
      case when s.id is not null then json_build_object('code', s.code, 'name', text_in(s.name, ${language})) end as series,
      coalesce((select json_agg(${shownDecision(language)} order by x.number)
        from decisions x left join initiatives i on i.id = x.initiative_id
        where x.meeting_id = g.id), '[]') as decisions,
      ${citedSources(sql`ci.meeting_id = g.id`)} as sources
    from meetings g left join meeting_series s on s.id = g.series_id
    where g.code = ${asked.meeting} and g.partnership_id = ${partnership.id}::uuid and g.archived_at is null`
  return meeting && { partnership, ...meeting }
}
