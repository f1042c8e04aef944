import { useLocale, useTranslations } from 'next-intl'
import { useWord } from '#components/ui/use-word.tsx'
import type { NamedRecord } from '#lib/audit-events/names-of.ts'
import { formatMoment } from '#lib/format/date.ts'
import { formatDue } from '#lib/format/due.ts'
import { languageName } from '#lib/format/language-name.ts'
import { isPlainDate, type Precision } from '#lib/rules/due-date.ts'
import type { ChangedField } from '#lib/runner/outcome.ts'
import { regionList } from './region-list.ts'

/** What changed in a record, field by field in words: from what to what. Fields that people do not know (ids of other
 *  rows) are left out. `names`: of the records that values name, by id. `writtenIn`: the language of
 *  plain words, where it is known; `regionName`: by its code, where records have regions. */
export function Fields({
  fields,
  names,
  timeZone,
  writtenIn,
  regionName = (code) => code,
}: {
  fields: readonly ChangedField[]
  names: Readonly<Record<string, NamedRecord>>
  timeZone: string
  writtenIn?: 'en' | undefined
  regionName?: (code: string) => string
}) {
  const t = useTranslations('audit-events')
  const word = useWord((messages) => messages['audit-events'].field)
  const known = fields.filter(({ field }) => word(field) !== undefined)
  if (known.length === 0) return null
  const shared = { names, timeZone, writtenIn, regionName }
  return (
    <dl className="grid grid-cols-[minmax(5rem,max-content)_minmax(0,1fr)] gap-x-3 gap-y-0.5">
      {known.map(({ field, before, after, precision }) => (
        <div key={field} className="col-span-2 grid grid-cols-subgrid">
          <dt className="max-w-44 text-ink-2">{word(field)}</dt>
          <dd className="min-w-0 wrap-anywhere">
            {before !== null && (
              <>
                <Value {...shared} field={field} value={before} precision={precision?.before} />{' '}
                <span aria-hidden>→</span>
                <span className="sr-only">{t('became')}</span>{' '}
              </>
            )}
            <Value {...shared} field={field} value={after} precision={precision?.after} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({
  field,
  value,
  precision,
  names,
  timeZone,
  writtenIn,
  regionName,
}: {
  field: string
  value: string | null
  precision: Precision | null | undefined
  names: Readonly<Record<string, NamedRecord>>
  timeZone: string
  writtenIn: 'en' | undefined
  regionName: (code: string) => string
}) {
  const t = useTranslations('audit-events')
  const word = useWord((messages) => ({
    ...messages['audit-events'].value,
    ...messages.ui.status,
    ...messages.people.role,
    ...messages.organisations.kind,
  }))
  const language = useLocale()
  if (value === null) return <span className="text-ink-3">{t('nothing')}</span>
  const named = names[value]
  if (named)
    return typeof named.title === 'string' ? (
      named.title
    ) : (
      <span lang={named.title.language}>{named.title.text}</span>
    )
  if (field.endsWith('_id')) return <span className="text-ink-3">{t('hidden')}</span>
  const texts = textsIn(value)
  if (texts)
    return texts.map(([one, text], at) => (
      <span key={one}>
        {at > 0 && '; '}
        <span className="text-ink-3">{languageName(one, language)}:</span> <span lang={one}>{text}</span>
      </span>
    ))
  if (field === 'regions') return regionList(value, regionName)
  if (field === 'language') return languageName(value, language)
  if (isPlainDate(value)) return formatDue({ on: value, precision: precision ?? 'day' }, language)
  if (field.endsWith('at') && /^\d{4}-\d\d-\d\dT/.test(value))
    return formatMoment(new Date(value), timeZone, language)
  const known = enumerated.includes(field) ? word(value) : undefined
  return known ?? <span lang={writtenIn}>{value}</span>
}

/** Their values are words of the data, not what somebody typed. */
const enumerated = [
  'status',
  'status_before',
  'state',
  'verdict',
  'role',
  'kind',
  'act',
  'block_cause',
  'cause',
  'from_kind',
  'to_kind',
  'standing',
  'is_anchor',
  'one_key',
]

/** A text in several languages, as it is stored; undefined when the value is none. */
function textsIn(value: string): [language: string, text: string][] | undefined {
  if (!value.startsWith('{')) return undefined
  const parsed: unknown = parsedOr(value)
  if (typeof parsed !== 'object' || parsed === null) return undefined
  const texts = Object.entries(parsed).flatMap(([language, one]): [string, string][] =>
    typeof one === 'object' && one !== null && 'text' in one && typeof one.text === 'string'
      ? [[language, one.text]]
      : [],
  )
  return texts.length > 0 ? texts : undefined
}

function parsedOr(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
