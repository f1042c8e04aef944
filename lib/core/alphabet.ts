import type { Language } from '#lib/format/language.ts'
import { type Sql, sql } from './database.ts'

const alphabets: Record<Language, Sql> = {
  en: sql`collate "en-x-icu"`,
  uz: sql`collate "uz-x-icu"`,
  ru: sql`collate "ru-x-icu"`,
  ko: sql`collate "ko-x-icu"`,
}

/** After a text in SQL: in the order in which readers of the language look for it (Oʻ behind O, Ё beside Е, 가 before A);
 *  the database's own order is that of the bytes. */
export const inAlphabetOf = (language: Language): Sql => alphabets[language]
