import { z } from 'zod'
import { keepsPlan } from '#lib/access/roles.ts'
import { Code } from '#lib/core/fields.ts'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import { together, type Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { reportsOn } from '#lib/progress-reports/reports-on.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { Lateness } from '#lib/rules/lateness.ts'
import type { SideCode, Status } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'
import { type CitedSource, citedSources } from '#lib/sources/cited.ts'
import { onMilestone } from './about.ts'
import { askChoices } from './ask-choices.ts'
import { askedChanges } from './asked-changes.ts'
import { changesOf } from './changes-of.ts'
import { shownMilestone } from './shown.ts'
import { slipOfMilestone } from './slip-of.ts'

export type MilestonePage = Answer<typeof milestonePage>

/** A milestone with everything that is known of it: its keys, its reports, its dates, where it comes from, its history. */
export const milestonePage = question({
  name: 'milestones.milestone',
  isKept: true,
  input: z.object({ milestone: Code, partnership: Code.optional() }),
  within: onMilestone.within,
  about: ({ tx, viewer, input, language }) => shownMilestone(tx, viewer, input, language),
  async answer({ tx, viewer, record: milestone, language }) {
    const { asked, details, ...known } = await together({
      asked: askedChanges(tx, milestone.id, language),
      details: detailsOf(tx, milestone.id, language),
      reports: reportsOn(tx, milestone.id, language),
      history: changesOf(tx, milestone.id, language),
      /** Null: this viewer cannot ask for another date now. */
      choices: askChoices(tx, viewer, milestone, language),
    })
    return {
      milestone,
      mayKeep: keepsPlan(viewer, milestone.partnershipId, milestone.audience.kind) !== undefined,
      ...details,
      ...asked,
      ...known,
      slip: await slipOfMilestone(tx, milestone.partnershipId, asked.dueDateChanges),
    }
  },
})

export type LinkedMilestone = {
  code: string
  title: Text
  status: Status
  due: Due | null
  lateness: Lateness
}

type Details = {
  responsibleInferred: boolean
  /** Of the initiative, beside the responsible side's: who leads it for the others. */
  withLeads: { name: Text; side: SideCode }[]
  weight: number
  weightInferred: boolean
  /** The sum of the weights in the initiative, cancelled ones left out. */
  weightOfAll: number
  /** The date in the source's own words. */
  dueStated: string | null
  statement: string | null
  inferred: boolean
  note: string | null
  reportedDates: { dated: Due; reported: Due | null; counts: boolean; sources: CitedSource[] }[]
  facts: {
    reported: Due
    kind: string
    text: Text
    inferred: boolean
    note: string | null
    sources: CitedSource[]
  }[]
  waitsFor: LinkedMilestone[]
  awaitedBy: LinkedMilestone[]
  agreements: { code: string; title: Text; kind: string; signed: Due | null }[]
  decisions: { code: string; number: number; text: Text; meeting: { code: string; title: Text; held: Due } }[]
  sources: CitedSource[]
}

async function detailsOf(tx: Tx, milestone: string, language: Language): Promise<Details> {
  const linked = sql`json_build_object('code', l.code, 'title', text_in(l.title, ${language}), 'status', l.status,
    'due', ${dated(sql`l.due_on`, sql`l.due_precision`)}, 'lateness', l.lateness)`
  const [details] = await tx.$queryRaw<[Details]>`
    select m.responsible_inferred as "responsibleInferred",
      coalesce((select json_agg(json_build_object('name', text_in(o.name, ${language}), 'side', c.code) order by s.position)
        from initiative_bodies b join organisations o on o.id = b.organisation_id
        join countries c on c.id = b.country_id
        join sides s on s.country_id = b.country_id and s.partnership_id = m.partnership_id
        where b.initiative_id = m.initiative_id and b.role = 'lead' and b.position = 1
          and b.country_id is distinct from m.country_id), '[]') as "withLeads",
      m.weight, m.weight_inferred as "weightInferred",
      -- Both governments read the same number: a side's own milestones do not enter that of a shared one.
      (select sum(w.weight)::int from milestones w join audiences wa on wa.id = w.audience_id
        where w.initiative_id = m.initiative_id and w.archived_at is null and w.status <> 'cancelled'
          and (wa.kind <> 'side' or a.kind = 'side')) as "weightOfAll",
      m.due_stated as "dueStated", m.statement, m.inferred, m.note,
      coalesce((select json_agg(json_build_object('dated', ${dated(sql`v.dated_on`, sql`v.dated_precision`)},
          'reported', ${dated(sql`v.reported_on`, sql`v.reported_precision`)}, 'counts', v.counts,
          'sources', ${citedSources(sql`ci.value_id = v.id`)}) order by v.position)
        from reported_values v where v.milestone_id = m.id and v.about = 'due'), '[]') as "reportedDates",
      coalesce((select json_agg(json_build_object(
          'reported', ${dated(sql`f.reported_on`, sql`f.reported_precision`)}, 'kind', f.kind,
          'text', text_in(f.text, ${language}), 'inferred', f.inferred, 'note', f.note,
          'sources', ${citedSources(sql`ci.fact_id = f.id`)}) order by f.reported_on desc, f.id)
        from reported_facts f where f.milestone_id = m.id), '[]') as facts,
      coalesce((select json_agg(${linked} order by l.due_on, l.code) from milestone_dependencies d
        join milestones_today l on l.id = d.waits_for_id where d.milestone_id = m.id), '[]') as "waitsFor",
      coalesce((select json_agg(${linked} order by l.due_on, l.code) from milestone_dependencies d
        join milestones_today l on l.id = d.milestone_id where d.waits_for_id = m.id), '[]') as "awaitedBy",
      coalesce((select json_agg(json_build_object('code', g.code, 'title', text_in(g.title, ${language}),
          'kind', g.kind, 'signed', ${dated(sql`g.signed_on`, sql`g.signed_precision`)}) order by g.signed_on, g.code)
        from initiative_agreements ia join agreements g on g.id = ia.agreement_id
        where ia.initiative_id = m.initiative_id and g.archived_at is null), '[]') as agreements,
      coalesce((select json_agg(json_build_object('code', x.code, 'number', x.number,
          'text', text_in(x.text, ${language}), 'meeting', json_build_object('code', g.code,
            'title', text_in(g.title, ${language}), 'held', ${dated(sql`g.held_on`, sql`g.held_precision`)}))
          order by g.held_on, x.number)
        from decisions x join meetings g on g.id = x.meeting_id
        where x.initiative_id = m.initiative_id and g.archived_at is null), '[]') as decisions,
      ${citedSources(sql`ci.milestone_id = m.id`)} as sources
    from milestones m join audiences a on a.id = m.audience_id
    where m.id = ${milestone}::uuid`
  return details
}
