/** Codes of records: letters, digits and hyphens (PRODUCT.md, "Codes" and rule 15). A shared or public record has a
 *  number of its series (`UZ-KR-SC-03`, its milestone `UZ-KR-SC-03-02`), a side's own a letter and a random ending
 *  (`UZ-KR-SC-U-K7QX`). */

const ending = '(?:\\d{2,}|[A-Z]-[A-Z0-9]{4,})'
const direction = '[A-Z]{2}-[A-Z]{2}-[A-Z]{2}'

export const partnershipCode = /^[A-Z]{2}-[A-Z]{2}$/
export const initiativeCode = new RegExp(`^${direction}-${ending}$`)
export const milestoneCode = new RegExp(`^${direction}-${ending}-${ending}$`)

export function isPartnershipCode(text: string): boolean {
  return partnershipCode.test(text)
}

export function isInitiativeCode(text: string): boolean {
  return initiativeCode.test(text)
}

export function isMilestoneCode(text: string): boolean {
  return milestoneCode.test(text)
}

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
