import { z } from 'zod'
import { holds } from '#lib/access/roles.ts'
import { Code } from '#lib/core/fields.ts'
import { dated } from '#lib/core/dated.ts'
import { sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { type ShownContradiction, contradictionsWhere } from '#lib/facts/contradictions-where.ts'
import { audienceOf, isOwn } from '#lib/partnerships/audience-of.ts'
import { type SeenPartnership, partnershipSeen } from '#lib/partnerships/seen.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import type { Due, PlainDate } from '#lib/rules/due-date.ts'
import type { Text } from '#lib/rules/texts.ts'
import { type PartnershipAudience, widerThan } from '#lib/rules/visibility.ts'
import { type CitedSource, citedSources } from '#lib/sources/cited.ts'

export type AgreementPage = Answer<typeof agreementPage>

type Agreement = {
  partnership: SeenPartnership
  code: string
  version: string
  kind: string
  title: Text
  summary: Text | null
  signed: Due | null
  inForceOn: PlainDate | null
  expiresOn: PlainDate | null
  /** null: not stated. */
  renews: boolean | null
  place: string | null
  /** As the source names them. */
  parties: string[]
  inferred: boolean
  note: string | null
  audience: PartnershipAudience
  directions: { code: string; title: Text }[]
  initiatives: DescendingInitiative[]
  contradictions: ShownContradiction[]
  sources: CitedSource[]
}

export type DescendingInitiative = {
  code: string
  title: Text
  direction: { code: string; title: Text }
  /** As reported of the initiative as a whole. */
  standing: string
  own: boolean
}

/** An agreement with what descends from it. `release`: to whom the viewer can open it next. */
export const agreementPage = question({
  name: 'agreements.agreement',
  input: z.object({ partnership: Code, agreement: Code }),
  about: ({ tx, input, language }) => agreementSeen(tx, input, language),
  answer: async ({ viewer, record }) => ({
    ...record,
    release: holds(viewer, record.partnership.id, 'staff') ? widerThan(record.audience.kind) : null,
  }),
})

async function agreementSeen(
  tx: Tx,
  asked: { partnership: string; agreement: string },
  language: Language,
): Promise<Agreement | undefined> {
  const partnership = await partnershipSeen(tx, asked.partnership, language)
  if (!partnership) return undefined
  const [agreement] = await tx.$queryRaw<Omit<Agreement, 'partnership'>[]>`
    select g.code, g.version::text, g.kind, text_in(g.title, ${language}) as title, text_in(g.summary, ${language}) as summary,
      ${dated(sql`g.signed_on`, sql`g.signed_precision`)} as signed, g.in_force_on::text as "inForceOn",
      g.expires_on::text as "expiresOn", g.renews, g.place, g.parties, g.inferred, g.note,
      ${audienceOf(sql`g.audience_id`)} as audience,
      coalesce((select json_agg(json_build_object('code', d.code, 'title', text_in(d.title, ${language}))
          order by d.position)
        from agreement_directions ad join directions d on d.id = ad.direction_id
        where ad.agreement_id = g.id), '[]') as directions,
      coalesce((select json_agg(json_build_object('code', i.code, 'title', text_in(i.title, ${language}),
          'direction', json_build_object('code', d.code, 'title', text_in(d.title, ${language})),
          'standing', i.standing, 'own', ${isOwn(sql`i.audience_id`)}) order by d.position, i.code)
        from initiative_agreements ia join initiatives i on i.id = ia.initiative_id
        join directions d on d.id = i.direction_id
        where ia.agreement_id = g.id and i.archived_at is null), '[]') as initiatives,
      ${contradictionsWhere(sql`c.agreement_id = g.id`, language)} as contradictions,
      ${citedSources(sql`ci.agreement_id = g.id`)} as sources
    from agreements g
    where g.id = agreement_coded(${asked.agreement}) and g.partnership_id = ${partnership.id}::uuid and g.archived_at is null`
  return agreement && { partnership, ...agreement }
}
