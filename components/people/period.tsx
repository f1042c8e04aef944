import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '#lib/format/date.ts'
import type { PlainDate } from '#lib/rules/due-date.ts'

/** From when to when somebody holds a post. */
export function Period({ from, to, today }: { from: PlainDate; to: PlainDate | null; today: PlainDate }) {
  const t = useTranslations('people.period')
  const language = useLocale()
  const day = (date: PlainDate) => formatDate(date, 'day', language, 'short')
  return (
    <span className="whitespace-nowrap">
      {to === null ? t('since', { from: day(from) }) : t('between', { from: day(from), to: day(to) })}
      {from > today && <span className="ml-1.5 text-warn">{t('later')}</span>}
    </span>
  )
}
