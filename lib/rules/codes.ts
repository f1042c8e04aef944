/** Codes of records: letters, digits and hyphens (PRODUCT.md, "Codes" and rule 15). A shared or public record has a
 *  number of its series (`UZ-KR-SC-03`, its milestone `UZ-KR-SC-03-02`), a side's own a letter and a random ending
 *  (`UZ-KR-SC-U-K7QX`). */

/** The code without what the page already says: `CM-01-06` of `UZ-KR-CM-01-06` within `UZ-KR`. */
export function shortCode(code: string, partnership: string): string {
  return code.startsWith(`${partnership}-`) ? code.slice(partnership.length + 1) : code
}

/** `UZ-KR` of the code of anything in it; undefined when it is none. */
export function partnershipOf(code: string): string | undefined {
  return /^[A-Z]{2}-[A-Z]{2}(?=-|$)/.exec(code)?.[0]
}

/** `SC` of `UZ-KR-SC-03`; undefined when the code names no direction. */
export function directionOf(code: string): string | undefined {
  return /^[A-Z]{2}-[A-Z]{2}-([A-Z]{2})(?=-|$)/.exec(code)?.[1]
}

/** How the code of an organisation begins before the server makes it unique: the country's code, or `JV` for a joint
 *  venture, and the acronym; without one the first letters of the name's words. `UZ-MIIT` of UZ and MIIT. */
export function organisationStem(country: string, acronym: string | undefined, name: string): string {
  const letters = (text: string) => text.normalize('NFKD').replaceAll(/[^A-Za-z0-9]/g, '')
  const initials = name
    .split(/[\s-]+/)
    .map((word) => letters(word).slice(0, 1))
    .join('')
  const own = [letters(acronym ?? ''), initials].find((one) => one.length > 1) ?? 'ORG'
  return `${country}-${own.toUpperCase().slice(0, 12)}`
}

/** The `number`th of the series below what `above` names: `UZ-KR-SC-03` below `UZ-KR-SC`. */
export function codeInSeries(above: string, number: number): string {
  return `${above}-${String(number).padStart(2, '0')}`
}

/** A side's own below what `above` names: `UZ-KR-SC-U-K7QX`. `ending`: drawn at random from `codeLetters`, for a number
 *  would tell how many there are. */
export function codeOfSide(above: string, side: string, other: string, ending: string): string {
  return `${above}-${letterOf(side, other)}-${ending}`
}

/** Figures and letters that nobody takes for one another: no I, O, 0, 1. */
export const codeLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** The side's first letter; its second where the other side begins alike (Kazakhstan and Korea), so that the codes of the
 *  two can never meet. */
function letterOf(side: string, other: string): string {
  return side.charAt(side.charAt(0) === other.charAt(0) ? 1 : 0)
}
