/** Numbers: grouped as the language groups them, with a minus that is one, and a no-break space before the unit. */
import { isDecimal } from '#lib/rules/figures.ts'
import type { Language } from './language.ts'

export const noBreakSpace = '\u00A0'
const minus = '\u2212'

/** A number, or a decimal string, whose places all stay: a figure is shown with the precision that it was given.
 *  Throws RangeError for what is neither. */
export function formatNumber(value: number | string, language: Language): string {
  const text = String(value)
  if (!isDecimal(text)) throw new RangeError(`no decimal: ${text}`)
  const [whole = '', fraction] = text.replace('-', '').split('.')
  const { group, point } = signs[language]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  const isBelowZero = text.startsWith('-') && /[1-9]/.test(text)
  return `${isBelowZero ? minus : ''}${grouped}${fraction === undefined ? '' : point + fraction}`
}

/** With a plus, too: `+77`, `−13.35`, `0`. */
export function signed(value: number | string, language: Language): string {
  const text = formatNumber(value, language)
  return text.startsWith(minus) || !/[1-9]/.test(text) ? text : `+${text}`
}

/** `60,000 units/year` */
export function formatQuantity(value: number | string, unit: string, language: Language): string {
  return `${formatNumber(value, language)}${noBreakSpace}${unit}`
}

const qualifiers = ['about', 'up to', 'more than'] as const
export type Qualifier = (typeof qualifiers)[number]

/** The publisher's qualifier in words around a figure. `stated`: what the record keeps, perhaps with other words
 *  (`about, cumulative`); what says nothing about the size adds nothing. */
export function qualified(figure: string, stated: string | null, language: Language): string {
  const qualifier = qualifiers.find((word) => stated?.includes(word) === true)
  return qualifier === undefined ? figure : around[language][qualifier](figure)
}

const signs: Record<Language, { group: string; point: string }> = {
  en: { group: ',', point: '.' },
  uz: { group: noBreakSpace, point: ',' },
  ru: { group: noBreakSpace, point: ',' },
  ko: { group: ',', point: '.' },
}

const around: Record<Language, Record<Qualifier, (figure: string) => string>> = {
  en: {
    about: (figure) => `about ${figure}`,
    'up to': (figure) => `up to ${figure}`,
    'more than': (figure) => `more than ${figure}`,
  },
  uz: {
    about: (figure) => `taxminan ${figure}`,
    'up to': (figure) => withEnding(figure, 'gacha'),
    'more than': (figure) => withEnding(figure, 'dan ortiq'),
  },
  ru: {
    about: (figure) => `около ${figure}`,
    'up to': (figure) => `до ${figure}`,
    'more than': (figure) => `более ${figure}`,
  },
  ko: {
    about: (figure) => `약 ${figure}`,
    'up to': (figure) => `최대 ${figure}`,
    'more than': (figure) => `${figure} 초과`,
  },
}

/** An Uzbek ending joins a word (`dollaridan`) and stands apart from a figure (`60 000 dan`). */
function withEnding(figure: string, ending: string): string {
  return /\p{L}$/u.test(figure) ? `${figure}${ending}` : `${figure}${noBreakSpace}${ending}`
}
