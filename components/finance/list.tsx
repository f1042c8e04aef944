import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Inferred, NotStated, Own, Remark } from '#components/facts/marks.tsx'
import { SourceLinks } from '#components/sources/cited.tsx'
import { Dotted } from '#components/ui/dotted.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import type { FinanceRecord, Party } from '#lib/finance/records-where.ts'
import { countryName } from '#lib/format/country.ts'
import { formatDue } from '#lib/format/due.ts'
import { formatMoney } from '#lib/format/money.ts'

/** Money as it was promised or reported; only commitments and disbursements enter a sum. */
export function FinanceList({
  records,
  partnership,
}: {
  records: readonly FinanceRecord[]
  partnership: string
}) {
  return (
    <ul className="divide-y divide-line">
      {records.map((record) => (
        <Money key={record.code} record={record} partnership={partnership} />
      ))}
    </ul>
  )
}

function Money({ record, partnership }: { record: FinanceRecord; partnership: string }) {
  const t = useTranslations('finance')
  const instrument = useWord(({ finance }) => finance.instrument)
  const state = useWord(({ finance }) => finance.status)
  const language = useLocale()
  const { title, amount, currency, qualifier, transactionType, agreed, starts, ends, note } = record
  return (
    <li className="grid gap-x-4 gap-y-0.5 py-2.5 md:grid-cols-[9.5rem_minmax(0,1fr)]">
      <span className="font-medium">{formatMoney({ amount, currency, qualifier }, language, 'compact')}</span>
      <div className="flex min-w-0 flex-col gap-0.5">
        <p>
          <RecordText text={title} />{' '}
          <Tag tone={transactionType === null ? 'plain' : 'accent'}>
            {t(`type.${transactionType ?? 'none'}`)}
          </Tag>{' '}
          {record.inferred && <Inferred />} {record.own && <Own />}
        </p>
        <p className="text-small text-ink-2">
          <Dotted>
            <span>{instrument(record.instrument) ?? t('other')}</span>
            <span>{state(record.status) ?? t('other')}</span>
            <span>{formatDue(agreed, language)}</span>
            {(starts ?? ends) && (
              <span>
                {t('period')} {starts ? formatDue(starts, language) : '…'}–
                {ends ? formatDue(ends, language) : '…'}
              </span>
            )}
          </Dotted>
        </p>
        <p className="flex flex-wrap items-center gap-x-1.5 text-small">
          <PartyLine party={record.provider} partnership={partnership} />
          <span aria-hidden>→</span>
          <span className="sr-only">{t('to')}</span>
          <PartyLine party={record.receiver} partnership={partnership} />
        </p>
        {note !== null && (
          <p className="text-small">
            <Remark>{note}</Remark>
          </p>
        )}
        <SourceLinks sources={record.sources} partnership={partnership} />
      </div>
    </li>
  )
}

/** A body, a country as such, or not stated. */
function PartyLine({ party, partnership }: { party: Party | null; partnership: string }) {
  const language = useLocale()
  if (party === null) return <NotStated />
  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      {party.side && <Flag code={party.side} className="size-3.5" />}
      {party.code !== null && party.name ? (
        <Link href={`/${partnership}/organisations/${party.code}`} className="quiet-link">
          <RecordText text={party.name} isQuiet />
        </Link>
      ) : (
        party.side && countryName(party.side, language)
      )}
    </span>
  )
}
