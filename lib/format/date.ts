/** Dates as people write them, as vague as they were announced. */
import {
  lastDayOf,
  partsOf,
  todayIn,
  weekdayOf,
  type PlainDate,
  type Precision,
} from '#lib/rules/due-date.ts'
import type { Language } from './language.ts'

/** Short in lists and on cards, long in sentences and forms. */
export type DateLength = 'short' | 'long'

/** `date`: the last day of what was announced. `30 Jun 2026`, `Jun 2026`, `Q3 2026`, `H1 2026`, `2026`. */
export function formatDate(
  date: PlainDate,
  precision: Precision,
  language: Language,
  length: DateLength,
): string {
  const { year, month, day } = partsOf(date)
  switch (precision) {
    case 'day':
      return writtenDay[language]({ year, month, day, length })
    case 'month':
      return writtenMonth[language]({ year, month, length })
    case 'quarter':
      return writtenQuarter[language]({ year, quarter: Math.ceil(month / 3), length })
    case 'half':
      return writtenHalf[language]({ year, half: month <= 6 ? 1 : 2, length })
    case 'year':
      return writtenYear[language]({ year, length })
  }
}

/** A day with its weekday, as forms show it: `Tuesday, 30 June 2026`. */
export function formatDateWithWeekday(date: PlainDate, language: Language): string {
  const day = formatDate(date, 'day', language, 'long')
  const weekday = nth(weekdays[language], weekdayOf(date))
  switch (language) {
    case 'en':
    case 'ru':
      return `${weekday}, ${day}`
    case 'uz':
      return `${day}, ${weekday}`
    case 'ko':
      return `${day} ${weekday}`
  }
}

/** From the first to the last day: `2024`, `2024–2027`, `January–April 2024`, `3 Jun 2024 – 5 Jul 2025`. */
export function formatPeriod(from: PlainDate, to: PlainDate, language: Language): string {
  const start = partsOf(from)
  const end = partsOf(to)
  const wholeMonths = start.day === 1 && to === lastDayOf(to, 'month')
  if (!wholeMonths) {
    const last = formatDate(to, 'day', language, 'short')
    return from === to ? last : `${formatDate(from, 'day', language, 'short')} – ${last}`
  }
  if (start.month === 1 && end.month === 12)
    return start.year === end.year
      ? formatDate(to, 'year', language, 'short')
      : writtenYears[language](start.year, end.year)
  if (start.year !== end.year)
    return `${formatDate(from, 'month', language, 'short')} – ${formatDate(to, 'month', language, 'short')}`
  if (start.month === end.month) return formatDate(to, 'month', language, 'long')
  if (start.month % 6 === 1 && end.month === start.month + 5) return formatDate(to, 'half', language, 'short')
  if (start.month % 3 === 1 && end.month === start.month + 2)
    return formatDate(to, 'quarter', language, 'short')
  return writtenMonths[language](start.month, end.month, start.year)
}

/** A moment as the clock on the wall shows it there: `15 Nov 2026, 14:05`. `timeZone`: IANA name. */
export function formatMoment(at: Date, timeZone: string, language: Language): string {
  const day = formatDate(todayIn(timeZone, at), 'day', language, 'short')
  return language === 'ko' ? `${day} ${timeIn(timeZone, at)}` : `${day}, ${timeIn(timeZone, at)}`
}

/** `month`: 1 to 12. By itself, as a list to choose from has it: `June`, `Июнь`. */
export function monthName(month: number, language: Language): string {
  const name = language === 'ko' ? `${month}월` : nth(months[language], month)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

type Day = { year: number; month: number; day: number; length: DateLength }
type Month = { year: number; month: number; length: DateLength }
type Quarter = { year: number; quarter: number; length: DateLength }
type Half = { year: number; half: 1 | 2; length: DateLength }
type Year = { year: number; length: DateLength }

const writtenDay: Record<Language, (date: Day) => string> = {
  en: ({ year, month, day, length }) =>
    `${day} ${nth(length === 'short' ? shortEnglish : months.en, month)} ${year}`,
  uz: ({ year, month, day }) => `${year}-yil ${day}-${nth(months.uz, month)}`,
  ru: ({ year, month, day, length }) =>
    `${day} ${nth(length === 'short' ? shortRussian : genitiveRussian, month)} ${year}\u00A0г.`,
  ko: ({ year, month, day }) => `${year}년 ${month}월 ${day}일`,
}

const writtenMonth: Record<Language, (date: Month) => string> = {
  en: ({ year, month, length }) => `${nth(length === 'short' ? shortEnglish : months.en, month)} ${year}`,
  uz: ({ year, month }) => `${year}-yil ${nth(months.uz, month)}`,
  ru: ({ year, month }) => `${nth(months.ru, month)} ${year}\u00A0г.`,
  ko: ({ year, month }) => `${year}년 ${month}월`,
}

const writtenQuarter: Record<Language, (date: Quarter) => string> = {
  en: ({ year, quarter, length }) =>
    length === 'short' ? `Q${quarter} ${year}` : `${nth(ordinals, quarter)} quarter of ${year}`,
  uz: ({ year, quarter }) => `${year}-yil ${nth(roman, quarter)} chorak`,
  ru: ({ year, quarter, length }) =>
    `${nth(roman, quarter)} ${length === 'short' ? 'кв.' : 'квартал'} ${year}\u00A0г.`,
  ko: ({ year, quarter }) => `${year}년 ${quarter}분기`,
}

const writtenHalf: Record<Language, (date: Half) => string> = {
  en: ({ year, half, length }) =>
    length === 'short' ? `H${half} ${year}` : `${nth(ordinals, half)} half of ${year}`,
  uz: ({ year, half }) => `${year}-yil ${nth(roman, half)} yarmi`,
  ru: ({ year, half }) => `${nth(roman, half)} полугодие ${year}\u00A0г.`,
  ko: ({ year, half }) => `${year}년 ${half === 1 ? '상반기' : '하반기'}`,
}

const writtenYear: Record<Language, (date: Year) => string> = {
  en: ({ year }) => `${year}`,
  uz: ({ year }) => `${year}-yil`,
  ru: ({ year, length }) => (length === 'short' ? `${year}\u00A0г.` : `${year} год`),
  ko: ({ year }) => `${year}년`,
}

const writtenYears: Record<Language, (from: number, to: number) => string> = {
  en: (from, to) => `${from}–${to}`,
  uz: (from, to) => `${from}–${to}-yillar`,
  ru: (from, to) => `${from}–${to}\u00A0гг.`,
  ko: (from, to) => `${from}~${to}년`,
}

const writtenMonths: Record<Language, (from: number, to: number, year: number) => string> = {
  en: (from, to, year) => `${nth(months.en, from)}–${nth(months.en, to)} ${year}`,
  uz: (from, to, year) => `${year}-yil ${nth(months.uz, from)}–${nth(months.uz, to)}`,
  ru: (from, to, year) => `${nth(months.ru, from)}–${nth(months.ru, to)} ${year}\u00A0г.`,
  ko: (from, to, year) => `${year}년 ${from}~${to}월`,
}

const months = {
  en: words('January February March April May June July August September October November December'),
  uz: words('yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr'),
  ru: words('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
} as const
const shortEnglish = words('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec')
const shortRussian = words('янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.')
const genitiveRussian = words(
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
)
const weekdays: Record<Language, readonly string[]> = {
  en: words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
  uz: words('dushanba seshanba chorshanba payshanba juma shanba yakshanba'),
  ru: words('понедельник вторник среда четверг пятница суббота воскресенье'),
  ko: words('월요일 화요일 수요일 목요일 금요일 토요일 일요일'),
}
const ordinals = words('first second third fourth')
const roman = words('I II III IV')

function words(text: string): readonly string[] {
  return text.split(' ')
}

/** Counted from 1, as months and weekdays are. */
function nth(names: readonly string[], position: number): string {
  const name = names[position - 1]
  if (name === undefined) throw new RangeError(`no name ${position} of ${names.length}`)
  return name
}

/** Digits alone, so that every ICU writes them alike. */
function timeIn(timeZone: string, at: Date): string {
  const clock = new Intl.DateTimeFormat('en-u-nu-latn', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const parts = clock.formatToParts(at)
  const part = (type: string) => (parts.find((found) => found.type === type)?.value ?? '').padStart(2, '0')
  return `${part('hour')}:${part('minute')}`
}
