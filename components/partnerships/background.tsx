import { ChevronRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Remark } from '#components/facts/marks.tsx'
import { FinanceList } from '#components/finance/list.tsx'
import { SourceLinks, Sources } from '#components/sources/cited.tsx'
import { Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { formatDue } from '#lib/format/due.ts'
import type { PartnershipOverview } from '#lib/partnerships/overview.ts'

/** What the programme comes from, what money no single initiative gets, and what the data does not know. */
export function Background({ overview: { programme, partnership } }: { overview: PartnershipOverview }) {
  const t = useTranslations('partnerships.background')
  const language = useLocale()
  const { landmarks, finance, caveats, note, sources } = programme
  return (
    <>
      {landmarks.length > 0 && (
        <Section title={t('landmarks')} count={landmarks.length}>
          <ol className="divide-y divide-line">
            {landmarks.map(({ happened, event, sources: cited }, at) => (
              <li key={at} className="grid gap-x-4 gap-y-0.5 py-2 md:grid-cols-[9rem_minmax(0,1fr)]">
                <time dateTime={happened.on} className="text-ink-2">
                  {formatDue(happened, language)}
                </time>
                <div className="min-w-0">
                  <RecordText text={event} />
                  <SourceLinks sources={cited} partnership={partnership.code} />
                </div>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {finance.length > 0 && (
        <Section title={t('finance')} count={finance.length}>
          <details className="group py-2">
            <summary className="tap inline-flex items-center gap-1 text-ink-2 hover:text-accent">
              <ChevronRight className="transition-transform group-open:rotate-90" />
              {t('finance-open', { count: finance.length })}
            </summary>
            <FinanceList records={finance} partnership={partnership.code} />
          </details>
        </Section>
      )}
      {caveats.length + (note === null ? 0 : 1) > 0 && (
        <Section title={t('caveats')} count={caveats.length}>
          <ul className="max-w-200 list-disc py-2 pl-5">
            {caveats.map((caveat, at) => (
              <li key={at} className="py-1 marker:text-ink-3">
                <RecordText text={caveat} />
              </li>
            ))}
            {note !== null && (
              <li className="py-1 marker:text-ink-3">
                <Remark>{note}</Remark>
              </li>
            )}
          </ul>
        </Section>
      )}
      <Sources sources={sources} partnership={partnership.code} />
    </>
  )
}
