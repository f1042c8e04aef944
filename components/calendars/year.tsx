import { useLocale, useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { FilterLink, Filters } from '#components/ui/filter.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Table } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import type { CountryPage } from '#lib/countries/country.ts'
import { formatDateWithWeekday } from '#lib/format/date.ts'

/** One year of a country's calendar: its days off, and the days of rest that are worked. `mayDecree`: the way to a decree
 *  stands beside it. */
export function CalendarYear({
  found: { year, years, days },
  page,
  mayDecree,
}: {
  found: CountryPage
  page: string
  mayDecree: boolean
}) {
  const t = useTranslations('countries.country')
  const decree = useTranslations('calendars.decree')
  const shown = years.find((one) => one.year === year)
  return (
    <section id="calendar" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line pb-2">
        <h2 className="text-lead font-medium">{t('calendar')}</h2>
        {mayDecree && <ButtonLink href={`${page}?act=decree`}>{decree('open')}</ButtonLink>}
      </div>
      <Filters name={t('years')}>
        {years.map((one) => (
          <FilterLink key={one.year} href={`${page}?year=${one.year}`} isChosen={one.year === year}>
            {one.year}
          </FilterLink>
        ))}
      </Filters>
      {days.length === 0 ? (
        <Empty title={t('no-days', { year })}>{t('no-days-explained')}</Empty>
      ) : (
        <>
          {shown && (
            <p className="text-ink-2">{t('year', { year, count: shown.size, expected: shown.expected })}</p>
          )}
          <Days days={days} />
        </>
      )}
    </section>
  )
}

function Days({ days }: { days: CountryPage['days'] }) {
  const t = useTranslations('countries.country')
  const calendars = useTranslations('calendars')
  const kind = useWord((messages) => messages.calendars.kind)
  const language = useLocale()
  return (
    <div className={onPhones}>
      <Table
        name={t('calendar')}
        head={[
          { key: 'day', name: t('day') },
          { key: 'what', name: t('what') },
          { key: 'standing', name: t('standing') },
          { key: 'source', name: t('source') },
        ]}
      >
        {days.map((day) => (
          <tr key={`${day.day} ${day.kind} ${day.name.text}`} className="align-top">
            <th scope="row" className="md:whitespace-nowrap">
              {formatDateWithWeekday(day.day, language)}
            </th>
            <td>
              <RecordText text={day.name} />
              <span className="block text-small text-ink-2">
                {kind(day.kind) ?? day.kind}
                {day.kind === 'working' && ` · ${calendars('for', { holiday: day.basis })}`}
              </span>
              <div className="text-small md:hidden">
                <Sources of={day.citations} />
              </div>
            </td>
            <td>
              <Tag tone={day.standing === 'expected' ? 'warn' : 'plain'}>
                {calendars(`standing.${day.standing}`)}
              </Tag>
            </td>
            <td className="max-md:hidden">
              <Sources of={day.citations} />
            </td>
          </tr>
        ))}
      </Table>
    </div>
  )
}

// A phone has no room for four columns: sources stand under the name there.
const onPhones = 'max-md:[&_thead_th:last-child]:hidden'

function Sources({ of }: { of: CountryPage['days'][number]['citations'] }) {
  return of.map(({ url, title, publisher }) => (
    <a key={url} href={url} rel="noreferrer" className="link block">
      {publisher ?? title ?? new URL(url).hostname}
    </a>
  ))
}
