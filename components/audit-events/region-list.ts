/** Regions as a row of the ledger has them, `["KR-11", "UZ-TO"]`, by their names. */
export function regionList(stored: string, nameOf: (code: string) => string): string {
  return (stored.match(/[A-Z]{2}-\w+/g) ?? []).map(nameOf).join(', ')
}
