import { useLocale, useTranslations } from 'next-intl'
import { NotStated, SharedCount } from '#components/facts/marks.tsx'
import { FinanceList } from '#components/finance/list.tsx'
import { SourceLinks } from '#components/sources/cited.tsx'
import { Section } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import { formatDue } from '#lib/format/due.ts'
import { formatMoney } from '#lib/format/money.ts'
import type { InitiativePage } from '#lib/initiatives/initiative.ts'

/** What it is worth as sources have it, side by side where they differ; and the money that was promised or paid. */
export function Money({ found: { values, finance, partnership } }: { found: InitiativePage }) {
  const t = useTranslations('initiatives.money')
  const language = useLocale()
  return (
    <>
      <Section title={t('values')} count={values.length > 0 ? values.length : undefined}>
        {values.length === 0 ? (
          <p className="py-2.5">
            <NotStated />
          </p>
        ) : (
          <ul className="divide-y divide-line">
            {values.map(({ kind, reported, counts, sources, ...money }, at) => (
              <li key={at} className="grid gap-x-4 gap-y-0.5 py-2.5 md:grid-cols-[9.5rem_minmax(0,1fr)]">
                <span className={counts ? 'font-medium' : ''}>{formatMoney(money, language, 'compact')}</span>
                <div className="flex min-w-0 flex-col gap-0.5">
                  <p>
                    {kind === null ? <NotStated /> : <ValueKind kind={kind} />}
                    {reported && (
                      <span className="text-ink-2">{`\u00A0· ${formatDue(reported, language)}`}</span>
                    )}{' '}
                    {counts && <Tag tone="accent">{t('counts')}</Tag>}
                  </p>
                  <SourceLinks sources={sources} partnership={partnership} />
                </div>
              </li>
            ))}
          </ul>
        )}
        {values.length > 1 && !values.some(({ counts }) => counts) && (
          <p className="pb-2 text-small text-ink-2">{t('none-counts')}</p>
        )}
      </Section>
      {finance.length > 0 && (
        <Section title={t('finance')} count={<SharedCount of={finance} />}>
          <FinanceList records={finance} partnership={partnership} />
        </Section>
      )}
    </>
  )
}

/** The kinds that sources name most; another one in their own words. */
function ValueKind({ kind }: { kind: string }) {
  const word = useWord(({ initiatives }) => initiatives['value-kind'])
  const said = word(kind.toLowerCase().replace(/[^a-z]+/g, '-'))
  return said === undefined ? <span lang="en">{kind}</span> : <span>{said}</span>
}
