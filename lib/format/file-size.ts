/** The size of a file: `812 B`, `40 KB`, `1.2 MB`. 1 KB is 1024 bytes, as the limit of 25 MB counts. */
import type { Language } from './language.ts'
import { formatQuantity } from './number.ts'

/** One decimal place under 10 of a unit, whole numbers from there. */
export function formatFileSize(bytes: number, language: Language): string {
  const [byte, ...larger] = units[language]
  if (bytes < 1024) return formatQuantity(bytes, byte, language)
  let size = bytes / 1024
  let unit = larger[0]
  for (const next of larger.slice(1)) {
    // What would be rounded to 1024 is 1 of the next.
    if (Math.round(size) < 1024) break
    size /= 1024
    unit = next
  }
  const tenths = Math.round(size * 10) / 10
  return formatQuantity(tenths < 10 ? tenths : Math.round(size), unit, language)
}

const latin: [string, string, string, string] = ['B', 'KB', 'MB', 'GB']
const units: Record<Language, [string, string, string, string]> = {
  en: latin,
  uz: latin,
  ru: ['Б', 'КБ', 'МБ', 'ГБ'],
  ko: latin,
}
