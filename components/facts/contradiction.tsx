import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { RecordText } from '#components/ui/record-text.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { SourceLinks } from '#components/sources/cited.tsx'
import { formatPeriod } from '#lib/format/date.ts'
import type { ShownContradiction } from '#lib/facts/contradictions-where.ts'

/** Where sources disagree: every version with who says so, and which one counts. A citation's note is the version that
 *  its page gives. `partnership`: its code; `isAlone`: the page says already what it is about. */
export function Contradiction({
  contradiction: { position, topic, versions, about, sources },
  partnership,
  isAlone = false,
}: {
  contradiction: ShownContradiction
  partnership: string
  isAlone?: boolean
}) {
  const t = useTranslations('facts.contradiction')
  const language = useLocale()
  const saying = (version: string) => sources.filter(({ note }) => note === version)
  const others = sources.filter(({ note }) => !versions.some(({ text }) => text.text === note))
  return (
    <article aria-labelledby={`contradiction-${position}-topic`} className="flex flex-col gap-1.5">
      <h3 id={`contradiction-${position}-topic`} className="font-medium">
        <RecordText text={topic} />
      </h3>
      {!isAlone && about && (
        <p className="text-small text-ink-2">
          {t(`about.${about.kind}`)}{' '}
          <Link href={`/${partnership}/${pageOf(about)}`} className="link">
            {about.kind === 'trade-figure' ? (
              formatPeriod(about.period.from, about.period.to, language)
            ) : (
              <RecordText text={about.title} isQuiet />
            )}
          </Link>
        </p>
      )}
      <ul className="divide-y divide-line">
        {versions.map(({ text, counts }, at) => (
          <li key={at} className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 py-1.5">
            <span className={counts ? 'font-medium' : ''}>
              <RecordText text={text} />
            </span>
            {counts && <Tag tone="accent">{t('counts')}</Tag>}
            <SourceLinks sources={saying(text.text)} partnership={partnership} />
          </li>
        ))}
      </ul>
      {!versions.some(({ counts }) => counts) && <p className="text-small text-ink-2">{t('none-counts')}</p>}
      <SourceLinks sources={others} partnership={partnership} />
    </article>
  )
}

function pageOf(about: NonNullable<ShownContradiction['about']>) {
  const pages = {
    agreement: 'agreements/',
    initiative: 'initiatives/',
    direction: 'directions/',
    'trade-figure': 'trade#',
  } as const
  return pages[about.kind] + about.code
}
