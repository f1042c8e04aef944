/** A due date with the days it has slipped: `15 Sep 2026 +77 d`. */
import type { Due } from '#lib/rules/due-date.ts'
import { formatDate, type DateLength } from './date.ts'
import type { Language } from './language.ts'
import { signed } from './number.ts'

export function formatDue({ on, precision }: Due, language: Language, length: DateLength = 'short'): string {
  return formatDate(on, precision, language, length)
}

/** Calendar days with their sign: `+77 d`, `−3 d`, `0 d`. Half a day (of a median) may occur. */
export function formatSlip(days: number, language: Language): string {
  return `${signed(days, language)}${shortDay[language]}`
}

/** Where it was and where it is: `30 Jun 2026 → 15 Sep 2026`. */
export function formatMove(first: Due, current: Due, language: Language): string {
  return `${formatDue(first, language)} → ${formatDue(current, language)}`
}

const shortDay: Record<Language, string> = { en: '\u00A0d', uz: '\u00A0kun', ru: '\u00A0дн.', ko: '일' }
