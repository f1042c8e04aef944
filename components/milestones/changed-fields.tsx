import { useLocale, useTranslations } from 'next-intl'
import { regionList } from '#components/audit-events/region-list.ts'
import { countryName } from '#lib/format/country.ts'
import { formatDue } from '#lib/format/due.ts'
import type { Language } from '#lib/format/language.ts'
import { formatPercent } from '#lib/format/percent.ts'
import { isPlainDate, type Precision } from '#lib/rules/due-date.ts'
import { stages, standings } from '#lib/rules/initiative.ts'
import { blockCauses, statuses } from '#lib/rules/milestone-status.ts'
import type { ChangedField } from '#lib/runner/outcome.ts'
import { ChangedTexts } from './changed-texts.tsx'

/** Fields of a milestone or an initiative that people know, as the database names them. What follows from another is left
 *  out, as the day of the last accepted report. */
const fields = [
  'status',
  'percent',
  'block_cause',
  'block_words',
  'title',
  'description',
  'standing',
  'standing_on',
  'due_on',
  'baseline_on',
  'started_on',
  'completed_on',
  'starts_on',
  'ends_on',
  'country_id',
  'organisation_id',
  'weight',
  'stages',
  'regions',
  'location',
  'statement',
  'note',
  'archived_at',
] as const
type Field = (typeof fields)[number]

/** What was seen, and what is there now: in words. `regionName`: by its code, of a record that has regions. */
export function ChangedFields({
  changed,
  regionName = (code) => code,
}: {
  changed: readonly ChangedField[]
  regionName?: (code: string) => string
}) {
  const t = useTranslations('milestones.field')
  const known = fields.flatMap((field) =>
    changed.filter((one) => one.field === field).map((one) => ({ ...one, field })),
  )
  if (known.length === 0) return null
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-0.5">
      {known.map(({ field, before, after, precision }) => (
        <div key={field} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ink-2">{t(field)}</dt>
          <dd>
            {field === 'title' || field === 'description' ? (
              <ChangedTexts before={before} after={after} />
            ) : isId(before) || isId(after) ? (
              t('changed')
            ) : (
              <>
                <Value {...{ field, regionName }} value={before} precision={precision?.before} />{' '}
                <span aria-hidden>→</span>
                <span className="sr-only">{t('became')}</span>{' '}
                <Value {...{ field, regionName }} value={after} precision={precision?.after} />
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Whose name is not at hand: that it changed is said, and the page shows to what. */
const isId = (value: string | null) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value ?? '')

function Value({
  field,
  value,
  precision,
  regionName,
}: {
  field: Field
  value: string | null
  precision: Precision | null | undefined
  regionName: (code: string) => string
}) {
  const t = useTranslations('milestones')
  const status = useTranslations('ui.status')
  const standing = useTranslations('initiatives.standing')
  const stage = useTranslations('directions.value-chain.stage')
  const language = useLocale()
  if (field === 'archived_at') return t(value === null ? 'field.not-archived' : 'field.archived')
  if (value === null || value === '[]')
    return <span className="text-ink-3">{t(field === 'percent' ? 'field.unknown' : 'field.none')}</span>
  const named = statuses.find((one) => field === 'status' && one === value)
  if (named) return status(named)
  const cause = blockCauses.find((one) => field === 'block_cause' && one === value)
  if (cause) return t(`block-cause.${cause}`)
  const stood = standings.find((one) => field === 'standing' && one === value)
  if (stood) return standing(stood)
  if (field === 'stages')
    return stages
      .filter((one) => value.includes(`"${one}"`))
      .map((one) => stage(one))
      .join(', ')
  if (field === 'regions') return regionList(value, regionName)
  if (isPlainDate(value)) return formatDue({ on: value, precision: precision ?? 'day' }, language)
  return written(field, value, language)
}

function written(field: Field, value: string, language: Language): string {
  if (field === 'percent') return formatPercent(value, language)
  if (field === 'country_id') return countryName(value, language)
  return value
}
