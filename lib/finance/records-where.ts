import { dated } from '#lib/core/dated.ts'
import { type Sql, sql } from '#lib/core/database.ts'
import type { Language } from '#lib/format/language.ts'
import { isOwn } from '#lib/partnerships/audience-of.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'
import { type CitedSource, citedSources } from '#lib/sources/cited.ts'

/** Who gives or gets money: a body, or a country as such. `code`: of the body. */
export type Party = { code: string | null; name: Text | null; side: SideCode | null }

/** Money as it was promised or reported. `amount`: a decimal string; `qualifier`: in the publisher's words. */
export type FinanceRecord = {
  code: string
  title: Text
  instrument: string
  /** IATI TransactionType: 2 a commitment, 3 a disbursement. Null: a reported figure, which enters no sum. */
  transactionType: '2' | '3' | null
  amount: string
  currency: string
  qualifier: string | null
  provider: Party | null
  receiver: Party | null
  agreed: Due
  starts: Due | null
  ends: Due | null
  status: string
  inferred: boolean
  note: string | null
  own: boolean
  sources: CitedSource[]
}

/** Finance records by their date, as a JSON column. `which`: a condition on the record `f`. */
export const financeRecordsWhere = (which: Sql, language: Language): Sql => sql`coalesce((
  select json_agg(json_build_object('code', f.code, 'title', text_in(f.title, ${language}), 'instrument', f.instrument,
    'transactionType', f.transaction_type, 'amount', f.amount::text, 'currency', f.currency, 'qualifier', f.qualifier,
    'provider', ${party(sql`f.provider_id`, sql`f.provider_country_id`, language)},
    'receiver', ${party(sql`f.receiver_id`, sql`f.receiver_country_id`, language)},
    'agreed', ${dated(sql`f.agreed_on`, sql`f.agreed_precision`)},
    'starts', ${dated(sql`f.starts_on`, sql`f.starts_precision`)}, 'ends', ${dated(sql`f.ends_on`, sql`f.ends_precision`)},
    'status', f.status, 'inferred', f.inferred, 'note', f.note, 'own', ${isOwn(sql`f.audience_id`)},
    'sources', ${citedSources(sql`ci.finance_record_id = f.id`)}) order by f.agreed_on desc, f.code)
  from finance_records f where f.archived_at is null and ${which}), '[]')`

const party = (body: Sql, country: Sql, language: Language): Sql => sql`coalesce(
  (select json_build_object('code', o.code, 'name', text_in(o.name, ${language}), 'side', oc.code)
    from organisations o left join countries oc on oc.id = o.country_id where o.id = ${body}),
  (select json_build_object('code', null, 'name', null, 'side', pc.code) from countries pc where pc.id = ${country}))`
