import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { SourceLinks } from '#components/sources/cited.tsx'
import type { ContradictionsPage, OpenPoint } from '#lib/facts/contradictions.ts'
import { Contradiction } from './contradiction.tsx'

/** What is not certain: where sources disagree, what is unsettled, and what the data does not know. */
export function Contradictions({
  found: { partnership, contradictions, openPoints, caveats },
}: {
  found: ContradictionsPage
}) {
  const t = useTranslations('facts.contradictions')
  const at = `/${partnership.code}`
  return (
    <>
      <PageHeader title={t('title')} back={{ href: `${at}/sources`, name: t('back') }} />
      <Page>
        <p className="max-w-160 text-ink-2">{t('explain')}</p>
        <Section title={t('disagree')} count={contradictions.length}>
          {contradictions.length === 0 ? (
            <Empty title={t('no-contradictions')} />
          ) : (
            <ol className="grid gap-x-10 lg:grid-cols-2">
              {contradictions.map((contradiction) => (
                <li
                  key={contradiction.position}
                  id={`contradiction-${contradiction.position}`}
                  className="border-b border-line py-4 target:bg-accent-soft"
                >
                  <Contradiction contradiction={contradiction} partnership={partnership.code} />
                </li>
              ))}
            </ol>
          )}
        </Section>
        <Section title={t('open-points')} count={openPoints.length}>
          <ul className="divide-y divide-line">
            {openPoints.map((point) => (
              <Point key={point.position} point={point} partnership={partnership.code} />
            ))}
          </ul>
        </Section>
        <Section title={t('caveats')} count={caveats.length}>
          <ul className="max-w-200 list-disc py-2 pl-5">
            {caveats.map((caveat, position) => (
              <li key={position} className="py-1 marker:text-ink-3">
                <RecordText text={caveat} />
              </li>
            ))}
          </ul>
        </Section>
      </Page>
    </>
  )
}

function Point({
  point: { text, state, status, initiative, sources },
  partnership,
}: {
  point: OpenPoint
  partnership: string
}) {
  const t = useTranslations('facts.open-point')
  return (
    <li className="grid gap-x-6 gap-y-1 py-2.5 md:grid-cols-[8rem_minmax(0,1fr)]">
      <span>
        <Tag tone={status === 'open' ? 'warn' : 'plain'}>{t(`status.${status}`)}</Tag>
      </span>
      <div className="flex min-w-0 flex-col gap-0.5">
        <p className="font-medium">
          <RecordText text={text} />
        </p>
        {state !== null && state !== status && (
          <p lang="en" className="text-ink-2">
            {state}
          </p>
        )}
        {initiative && (
          <p className="text-small text-ink-2">
            {t('initiative')}{' '}
            <Link href={`/${partnership}/initiatives/${initiative.code}`} className="link">
              <RecordText text={initiative.title} isQuiet />
            </Link>
          </p>
        )}
        <SourceLinks sources={sources} partnership={partnership} />
      </div>
    </li>
  )
}
