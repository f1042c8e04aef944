import { expect, test } from 'vitest'
import { countryCodes } from '#lib/rules/iso-3166.ts'

test('every country of the standard is there, each code once', () => {
  expect(countryCodes.size).toBe(249)
  expect(new Set([...countryCodes.values()].map(({ code3 }) => code3)).size).toBe(249)
  expect(new Set([...countryCodes.values()].map(({ numericCode }) => numericCode)).size).toBe(249)
})

// CLDR knows which alpha-2 a numeric code stands for: https://unicode.org/reports/tr35/#Canonical_Unicode_Locale_Identifiers
test('the numeric codes are those that Unicode has', () => {
  const differing = [...countryCodes].filter(
    ([code, { numericCode }]) => Intl.getCanonicalLocales(`und-${numericCode}`)[0] !== `und-${code}`,
  )
  expect(differing.map(([code]) => code)).toEqual([])
})

test.each([
  ['KZ', 'KAZ', '398'],
  ['UZ', 'UZB', '860'],
  ['KR', 'KOR', '410'],
  ['JP', 'JPN', '392'],
  ['AX', 'ALA', '248'],
])('%s is %s and %s', (code, code3, numericCode) => {
  expect(countryCodes.get(code)).toEqual({ code3, numericCode })
})
