import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Sources } from '#components/sources/cited.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Table } from '#components/ui/table.tsx'
import { formatPercent } from '#lib/format/percent.ts'
import type { DirectionPage } from '#lib/directions/direction.ts'

export function Direction({ found: { direction, initiatives, agreements } }: { found: DirectionPage }) {
  const t = useTranslations('directions.direction')
  const standing = useTranslations('initiatives.standing')
  const language = useLocale()
  return (
    <>
      <PageHeader
        title={<RecordText text={direction.title} isQuiet />}
        back={{ href: `/${direction.partnership}/overview`, name: t('back') }}
      />
      <Page>
        {direction.summary && (
          <p className="max-w-180 text-lead text-ink-2">
            <RecordText text={direction.summary} />
          </p>
        )}
        <Table
          name={t('initiatives')}
          head={[
            { key: 'code', name: t('code') },
            { key: 'title', name: t('initiatives') },
            { key: 'standing', name: t('standing') },
            { key: 'place', name: t('place') },
            { key: 'done', name: t('done'), align: 'end' },
            { key: 'progress', name: t('progress'), align: 'end' },
            { key: 'late', name: t('late'), align: 'end' },
          ]}
        >
          {initiatives.map(({ code, title, standing: said, location, rolled }) => (
            <tr key={code}>
              <td className="code whitespace-nowrap text-ink-2">{code}</td>
              <th scope="row">
                <Link
                  href={`/${direction.partnership}/initiatives/${code}`}
                  className="quiet-link font-medium"
                >
                  <RecordText text={title} isQuiet />
                </Link>
              </th>
              <td>{standing(said as never)}</td>
              <td lang="en" className="text-ink-2">
                {location}
              </td>
              <td data-align="end">{rolled.all === 0 ? '–' : `${rolled.completed}/${rolled.all}`}</td>
              <td data-align="end">
                {rolled.percent === null ? t('unknown') : formatPercent(rolled.percent, language)}
              </td>
              <td
                data-align="end"
                className={rolled.overdue + rolled.noEvidence > 0 ? 'text-alarm' : 'text-ink-3'}
              >
                {rolled.overdue + rolled.noEvidence || '–'}
              </td>
            </tr>
          ))}
        </Table>
        <ValueChain partnership={direction.partnership} initiatives={initiatives} />
        {agreements.length > 0 && (
          <Section title={t('agreements')} count={agreements.length}>
            <ul className="divide-y divide-line">
              {agreements.map(({ code, title }) => (
                <li key={code} className="py-2">
                  <Link href={`/${direction.partnership}/agreements/${code}`} className="quiet-link">
                    <RecordText text={title} isQuiet />
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Sources sources={direction.sources} partnership={direction.partnership} />
      </Page>
    </>
  )
}

const stages = ['exploration', 'mining', 'concentration', 'refining', 'materials', 'finished_goods'] as const

/** Which links of the chain are covered, and by what; only where some initiative states its link. */
function ValueChain({
  partnership,
  initiatives,
}: {
  partnership: string
  initiatives: DirectionPage['initiatives']
}) {
  const t = useTranslations('directions.value-chain')
  if (initiatives.every((initiative) => initiative.stages.length === 0)) return null
  return (
    <Section title={t('title')}>
      <ol className="grid gap-2 py-2.5 sm:grid-cols-3 xl:grid-cols-6">
        {stages.map((stage) => {
          const covering = initiatives.filter((initiative) => initiative.stages.includes(stage))
          return (
            <li key={stage} className="rounded-card border border-line p-2.5">
              <p className="font-medium">{t(`stage.${stage}`)}</p>
              {covering.length === 0 ? (
                <p className="text-small text-warn">{t('uncovered')}</p>
              ) : (
                <ul className="text-small">
                  {covering.map(({ code, title }) => (
                    <li key={code}>
                      <Link
                        href={`/${partnership}/initiatives/${code}`}
                        className="quiet-link"
                        title={title.text}
                      >
                        {code}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ol>
      <p className="text-small text-ink-2">{t('inferred')}</p>
    </Section>
  )
}
