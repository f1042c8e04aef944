import { z } from 'zod'
import { holds, keepsPlan } from '#lib/access/roles.ts'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { Code } from '#lib/core/fields.ts'
import type { Language } from '#lib/format/language.ts'
import { audienceOf } from '#lib/partnerships/audience-of.ts'
import { plannedPartnership } from '#lib/partnerships/planned.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { Stage, Standing } from '#lib/rules/initiative.ts'
import { mostAlong } from '#lib/rules/limits.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { EditableTexts, Text } from '#lib/rules/texts.ts'
import { type PartnershipAudience, widerThan } from '#lib/rules/visibility.ts'
import { offeredTo } from './offered.ts'

export type KeptInitiative = Answer<typeof keptInitiative>

/** An initiative as whoever keeps it changes it, with what hangs on it; an archived one, too. Absent for all others. */
export const keptInitiative = question({
  name: 'initiatives.kept',
  input: z.object({ partnership: Code, initiative: Code }),
  async about({ tx, viewer, input, language }) {
    const partnership = await plannedPartnership(tx, viewer, input.partnership)
    const initiative = partnership && (await keptBy(tx, partnership.id, input.initiative, language))
    return initiative && keepsPlan(viewer, partnership.id, initiative.audience.kind)
      ? { partnership, initiative }
      : undefined
  },
  async answer({ tx, viewer, record: { partnership, initiative }, language }) {
    return {
      initiative,
      offered: await offeredTo(tx, viewer, partnership, language),
      dependents: await dependentsOn(tx, initiative.id, language),
      release: holds(viewer, partnership.id, 'staff') ? await releaseOf(tx, initiative, language) : null,
    }
  },
})

type Kept = {
  id: string
  code: string
  version: string
  shownTitle: Text
  direction: { code: string; title: Text }
  audience: PartnershipAudience
  /** ISO 8601. */
  archivedAt: string | null
  title: EditableTexts
  description: EditableTexts | null
  stages: Stage[]
  regions: string[]
  location: string | null
  starts: Due | null
  ends: Due | null
  standing: Standing
  standingOn: Due | null
  /** Those that lead or take part, in their order. `side`: for which it leads. */
  bodies: { code: string; name: Text; role: 'lead' | 'partner'; side: SideCode | null; isFirst: boolean }[]
  agreements: string[]
}

async function keptBy(
  tx: Tx,
  partnership: string,
  code: string,
  language: Language,
): Promise<Kept | undefined> {
  const [initiative] = await tx.$queryRaw<Kept[]>`
    select i.id::text, i.code, i.version::text, text_in(i.title, ${language}) as "shownTitle",
      json_build_object('code', d.code, 'title', text_in(d.title, ${language})) as direction,
      ${audienceOf(sql`i.audience_id`)} as audience, to_jsonb(i.archived_at) as "archivedAt",
      texts_to_edit(i.title) as title, texts_to_edit(i.description) as description, i.stages, i.regions, i.location,
      ${dated(sql`i.starts_on`, sql`i.starts_precision`)} as starts, ${dated(sql`i.ends_on`, sql`i.ends_precision`)} as ends,
      i.standing, ${dated(sql`i.standing_on`, sql`i.standing_precision`)} as "standingOn",
      coalesce((select json_agg(json_build_object('code', o.code, 'name', text_in(o.name, ${language}), 'role', b.role,
          'side', c.code, 'isFirst', b.role = 'lead' and b.position = 1) order by b.position, o.code)
        from initiative_bodies b join organisations o on o.id = b.organisation_id
        left join countries c on c.id = b.country_id where b.initiative_id = i.id), '[]') as bodies,
      coalesce((select json_agg(g.code) from initiative_agreements l join agreements g on g.id = l.agreement_id
        where l.initiative_id = i.id and g.archived_at is null), '[]') as agreements
    from initiatives i join directions d on d.id = i.direction_id
    where i.code = ${code} and i.partnership_id = ${partnership}::uuid`
  return initiative
}

export type Dependents = {
  milestones: number
  reports: number
  /** Commitments, disbursements and reported values. */
  money: number
  facts: number
  indicators: number
  decisions: number
  /** Milestones that were put away before, the first hundred. */
  archived: { code: string; title: Text }[]
}

/** What hangs on an initiative, as far as the viewer sees it. */
async function dependentsOn(tx: Tx, initiative: string, language: Language): Promise<Dependents> {
  const id = sql`${initiative}::uuid`
  const [dependents] = await tx.$queryRaw<[Dependents]>`
    select (select count(*)::int from milestones m where m.initiative_id = ${id} and m.archived_at is null) as milestones,
      (select count(*)::int from progress_reports r join milestones m on m.id = r.milestone_id
        where m.initiative_id = ${id} and m.archived_at is null) as reports,
      (select count(*)::int from finance_records f where f.initiative_id = ${id} and f.archived_at is null)
        + (select count(*)::int from reported_values v where v.initiative_id = ${id}) as money,
      (select count(*)::int from reported_facts f where f.initiative_id = ${id}) as facts,
      (select count(*)::int from indicators n where n.initiative_id = ${id} and n.archived_at is null) as indicators,
      (select count(*)::int from decisions x where x.initiative_id = ${id}) as decisions,
      coalesce((select json_agg(json_build_object('code', a.code, 'title', a.title)) from (
        select m.code, text_in(m.title, ${language}) as title from milestones m
        where m.initiative_id = ${id} and m.archived_at is not null order by m.code limit 100) a), '[]') as archived`
  return dependents
}

/** To whom it can be released next, and those of its milestones that can go along; null: everybody sees it, or it is
 *  archived. */
async function releaseOf(tx: Tx, { id, audience, archivedAt }: Kept, language: Language) {
  const to = widerThan(audience.kind)
  if (to === null || archivedAt !== null) return null
  const along = await tx.$queryRaw<{ code: string; title: Text }[]>`
    select m.code, text_in(m.title, ${language}) as title from milestones m join initiatives i on i.id = m.initiative_id
    where i.id = ${id}::uuid and m.audience_id = i.audience_id and m.archived_at is null
    order by m.code collate "C" limit ${mostAlong}`
  return { to, along }
}
