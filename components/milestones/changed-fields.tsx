import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '#lib/format/date.ts'
import type { Language } from '#lib/format/language.ts'
import { formatPercent } from '#lib/format/percent.ts'
import { isPlainDate } from '#lib/rules/due-date.ts'
import { blockCauses, statuses } from '#lib/rules/milestone-status.ts'
import type { ChangedField } from '#lib/runner/outcome.ts'

/** Fields of a milestone that people know, as the database names them. What follows from another is left out: the day of
 *  the last accepted report, the precision of a date that stands beside it. */
const fields = [
  'status',
  'percent',
  'block_cause',
  'block_words',
  'title',
  'due_on',
  'baseline_on',
  'started_on',
  'completed_on',
  'country_id',
  'organisation_id',
  'weight',
  'statement',
  'note',
  'archived_at',
] as const
type Field = (typeof fields)[number]

/** What was seen, and what is there now: in words. */
export function ChangedFields({ changed }: { changed: readonly ChangedField[] }) {
  const t = useTranslations('milestones.field')
  const known = fields.flatMap((field) =>
    changed.filter((one) => one.field === field).map((one) => ({ ...one, field })),
  )
  if (known.length === 0) return null
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-0.5">
      {known.map(({ field, before, after }) => (
        <div key={field} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ink-2">{t(field)}</dt>
          <dd>
            {isNamed(field) ? (
              t('changed')
            ) : (
              <>
                <Value field={field} value={before} /> <span aria-hidden>→</span>
                <span className="sr-only">{t('became')}</span> <Value field={field} value={after} />
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Stored as an id or in several languages: that it changed is said, and the page shows to what. */
const isNamed = (field: Field) => ['country_id', 'organisation_id', 'title', 'archived_at'].includes(field)

function Value({ field, value }: { field: Field; value: string | null }) {
  const t = useTranslations('milestones')
  const status = useTranslations('ui.status')
  const language = useLocale()
  if (value === null)
    return <span className="text-ink-3">{t(field === 'percent' ? 'field.unknown' : 'field.none')}</span>
  const named = statuses.find((one) => field === 'status' && one === value)
  if (named) return status(named)
  const cause = blockCauses.find((one) => field === 'block_cause' && one === value)
  if (cause) return t(`block-cause.${cause}`)
  return written(field, value, language)
}

function written(field: Field, value: string, language: Language): string {
  if (field === 'percent') return formatPercent(value, language)
  return isPlainDate(value) ? formatDate(value, 'day', language, 'short') : value
}
