/** From what stands in a file to the columns of a row. */
import { createHash } from 'node:crypto'
import type { Due } from '#lib/rules/due-date.ts'
import type { Texts } from '#lib/rules/texts.ts'

export type Row = Readonly<Record<string, unknown>>
/** One record with what hangs on it, in the order of writing: together one act of the ledger. */
export type SeedRecord = readonly (readonly [table: string, rows: readonly Row[]])[]

/** Where records belong. The public audience of a partnership bears its id, a registry that of its country. */
export type Place = { common: string; partnership: string; shared: string }

/** The same key always gives the same id, so that a second installation has the same records: a UUID of version 8
 *  (RFC 9562) from the first half of a SHA-256. */
export function idOf(noun: string, ...keys: readonly (string | number)[]): string {
  const hex = createHash('sha256')
    .update([noun, ...keys].join('/'))
    .digest('hex')
  const variant = (8 + (Number.parseInt(hex.slice(16, 17), 16) % 4)).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

export function idOrNull(noun: string, key: string | undefined): string | null {
  return key === undefined ? null : idOf(noun, key)
}

/** The source is authentic, the others are unofficial translations of it as it stands. */
export function textsOf(names: Readonly<Record<string, string>>, source = 'en'): Texts {
  const original = names[source]
  if (original === undefined) throw new RangeError(`no text in ${source}: ${JSON.stringify(names)}`)
  const ofHash = createHash('md5').update(original).digest('hex')
  const entries = Object.entries(names).map(([language, text]) => [
    language,
    language === source
      ? { text, standing: 'authentic' as const }
      : { text, standing: 'translation' as const, official: false, of: source, ofHash },
  ])
  return Object.fromEntries(entries)
}

/** Names that are their own in each language, such as a country's. */
export function authentic(names: Readonly<Record<string, string>>): Texts {
  return Object.fromEntries(
    Object.entries(names).map(([language, text]) => [language, { text, standing: 'authentic' as const }]),
  )
}

/** `due` gives `due_on` and `due_precision`. */
export function dated(name: string, date: Due | undefined): Row {
  return { [`${name}_on`]: date?.on ?? null, [`${name}_precision`]: date?.precision ?? null }
}

type Cited = string | { source: string; note: string }

/** What a record rests on. `column`: the citation's link to it. */
export function citations(
  place: Place,
  column: string,
  of: string | true,
  sources: readonly Cited[],
): SeedRecord[number] {
  const rows = sources.map((cited, index) => ({
    id: idOf('citation', column, String(of), index),
    audience_id: place.shared,
    partnership_id: place.partnership,
    source_id: idOf('source', typeof cited === 'string' ? cited : cited.source),
    position: index + 1,
    note: typeof cited === 'string' ? null : cited.note,
    [column]: of,
  }))
  return ['citations', rows]
}
