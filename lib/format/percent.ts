/** Percents: `65 %`, and changes with their sign: `−13.35 %`. */
import type { Language } from './language.ts'
import { formatNumber, noBreakSpace, signed } from './number.ts'

export function formatPercent(value: number | string, language: Language): string {
  return `${formatNumber(value, language)}${sign[language]}`
}

/** `+2.9 %`, `−13.3 %` */
export function formatChange(value: number | string, language: Language): string {
  return `${signed(value, language)}${sign[language]}`
}

const sign: Record<Language, string> = {
  en: `${noBreakSpace}%`,
  uz: `${noBreakSpace}%`,
  ru: `${noBreakSpace}%`,
  ko: '%',
}
