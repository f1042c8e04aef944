import { useLocale, useTranslations } from 'next-intl'
import { Inferred } from '#components/facts/marks.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { formatDue } from '#lib/format/due.ts'
import type { ListedPartnership } from '#lib/partnerships/list.ts'

/** What is published of each partnership: its title, its programme with the period, its directions in their order; what
 *  cuts across them stands apart. */
export function PublishedPartnerships({ partnerships }: { partnerships: readonly ListedPartnership[] }) {
  const t = useTranslations('partnerships.list')
  if (partnerships.length === 0) return <Empty title={t('none')} />
  return (
    <div className="flex flex-col gap-12">
      {partnerships.map((partnership) => (
        <Published key={partnership.code} partnership={partnership} />
      ))}
    </div>
  )
}

function Published({
  partnership: { code, title, programme, starts, ends, endsInferred, sides, directions },
}: {
  partnership: ListedPartnership
}) {
  const t = useTranslations('partnerships.list')
  const language = useLocale()
  const anchors = directions.filter(({ isAnchor }) => isAnchor)
  const crossing = directions.filter(({ isAnchor }) => !isAnchor)
  return (
    <article aria-labelledby={`${code}-title`}>
      <h2 id={`${code}-title`} className="flex items-center gap-2.5 text-title font-strong">
        <span className="flex flex-none -space-x-1">
          {sides.map((side) => (
            <Flag key={side} code={side} className="size-5" />
          ))}
        </span>
        <span>
          <RecordText text={title} />
        </span>
      </h2>
      <p className="mt-1.5 text-lead">
        <RecordText text={programme} />
      </p>
      <p className="mt-0.5 text-ink-2">
        {t('period', { from: formatDue(starts, language, 'long'), to: formatDue(ends, language, 'long') })}{' '}
        {endsInferred && <Inferred />}
      </p>
      <h3 className="mt-6 border-b border-line-2 pb-1.5 text-small text-ink-2">
        {t('anchors', { count: anchors.length })}
      </h3>
      <ol className="divide-y divide-line">
        {anchors.map((direction, at) => (
          <Direction key={direction.code} direction={direction} number={at + 1} />
        ))}
      </ol>
      {crossing.length > 0 && (
        <>
          <h3 className="mt-6 border-b border-line-2 pb-1.5 text-small text-ink-2">{t('crossing')}</h3>
          <ul className="divide-y divide-line">
            {crossing.map((direction) => (
              <Direction key={direction.code} direction={direction} number={null} />
            ))}
          </ul>
        </>
      )}
    </article>
  )
}

function Direction({
  direction: { title, summary },
  number,
}: {
  direction: ListedPartnership['directions'][number]
  number: number | null
}) {
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 py-2.5">
      <span className="text-ink-3">{number}</span>
      <div>
        <p className="font-medium">
          <RecordText text={title} />
        </p>
        {summary && (
          <p className="text-ink-2">
            <RecordText text={summary} isQuiet />
          </p>
        )}
      </div>
    </li>
  )
}
