/** What the next report may say, to be chosen with a thumb: the last accepted percent (nothing new), a quarter, half and
 *  three quarters of the way that is left, in fives, and 100. Ascending. `last`: null before the first accepted report. */
export function percentSuggestions(last: number | null): number[] {
  const from = last ?? 0
  const between = [1, 2, 3].map((quarter) => Math.round((from + ((100 - from) * quarter) / 4) / 5) * 5)
  return [...new Set([from, ...between.filter((percent) => percent > from), 100])]
}
