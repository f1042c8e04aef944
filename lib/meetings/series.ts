import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { Lateness } from '#lib/rules/lateness.ts'
import type { Text } from '#lib/rules/texts.ts'
import { type CitedSource, citedSources } from '#lib/sources/cited.ts'

/** A meeting that returns. */
export type MeetingSeries = {
  code: string
  name: Text
  since: Due | null
  /** In the source's own words. */
  level: string | null
  /** How many sessions there have been, as reported. */
  sessions: number | null
  note: string | null
  last: { code: string; title: Text; held: Due } | null
  /** The next one that has a date; `isPast`: that date is over and nobody reported that it was held. */
  planned: { code: string; title: Text; held: Due; isPast: boolean } | null
  awaited: AwaitedSession | null
  sources: CitedSource[]
}

/** A milestone that stands for the next session, and the decision that last called for it. */
export type AwaitedSession = {
  code: string
  title: Text
  due: Due | null
  /** The date in the source's own words. */
  stated: string | null
  lateness: Lateness
  calledFor: { meeting: string; number: number; title: Text; held: Due } | null
}

/** The series of a partnership, in its order. What comes next is a planned meeting. Else it is an open milestone of an
 *  initiative that the last session carried on: the session decided about it, and a milestone of it was met on that very
 *  day, so its sessions are its milestones. */
export function seriesOf(tx: Tx, partnership: string, language: Language): Promise<MeetingSeries[]> {
  return tx.$queryRaw<MeetingSeries[]>`
    select s.code, text_in(s.name, ${language}) as name,
      ${dated(sql`s.since_on`, sql`s.since_precision`)} as since, s.level, s.sessions, s.note,
      case when l.id is not null then json_build_object('code', l.code, 'title', text_in(l.title, ${language}),
        'held', ${dated(sql`l.held_on`, sql`l.held_precision`)}) end as last,
      (select json_build_object('code', g.code, 'title', text_in(g.title, ${language}),
          'held', ${dated(sql`g.held_on`, sql`g.held_precision`)},
          'isPast', coalesce(g.ends_on, g.held_on) < today_at(g.partnership_id, null))
        from meetings g where g.series_id = s.id and g.status = 'planned' and g.archived_at is null
        order by g.held_on, g.code limit 1) as planned,
      (select json_build_object('code', m.code, 'title', text_in(m.title, ${language}),
          'due', ${dated(sql`m.due_on`, sql`m.due_precision`)}, 'stated', m.due_stated, 'lateness', m.lateness,
          'calledFor', (select json_build_object('meeting', g.code, 'number', x.number,
              'title', text_in(g.title, ${language}), 'held', ${dated(sql`g.held_on`, sql`g.held_precision`)})
            from decisions x join meetings g on g.id = x.meeting_id
            where x.initiative_id = m.initiative_id and g.held_on > l.held_on and g.archived_at is null
            order by g.held_on desc, x.number limit 1))
        from milestones_today m
        where m.status not in ('completed', 'cancelled') and coalesce(m.due_on > l.held_on, true)
          and exists (select from decisions x where x.meeting_id = l.id and x.initiative_id = m.initiative_id)
          and exists (select from milestones met where met.initiative_id = m.initiative_id
            and met.completed_on = l.held_on and met.completed_precision = 'day')
        order by m.due_on, m.code limit 1) as awaited,
      ${citedSources(sql`ci.series_id = s.id`)} as sources
    from meeting_series s
    left join lateral (select g.* from meetings g
      where g.series_id = s.id and g.status = 'held' and g.archived_at is null
      order by g.held_on desc, g.code desc limit 1) l on true
    where s.partnership_id = ${partnership}::uuid order by s.position`
}
