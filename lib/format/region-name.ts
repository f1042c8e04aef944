/** Names of regions, for the server alone: there are five thousand. */
import { iso31662 } from 'iso-3166'

/** `code`: ISO 3166-2. The name is the standard's, which has it in one language alone, in Latin letters; a code that the
 *  standard does not know comes back as it is. */
export function regionName(code: string): string {
  return names.get(code) ?? code
}

/** The codes of a country's regions; those within another region are among them. */
export function regionsOf(country: string): string[] {
  return iso31662.flatMap(({ code }) => (code.startsWith(`${country}-`) ? [code] : []))
}

const names = new Map(iso31662.map(({ code, name }) => [code, name]))
