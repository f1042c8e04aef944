import { expect, test } from 'vitest'
import { regionList } from '#components/audit-events/region-list.ts'
import { regionName, regionsOf } from '#lib/format/region-name.ts'

test.each([
  ['KR-11', 'Seoul-teukbyeolsi'],
  ['KZ-71', 'Astana'],
  ['JP-13', 'Tôkyô'],
  ['GB-BFS', 'Belfast City'],
])('%s is %s, whichever the pair', (code, name) => {
  expect(regionName(code)).toBe(name)
})

test('a code that the standard does not know stays as it is', () => {
  expect(regionName('UZ-ZZ')).toBe('UZ-ZZ')
})

test('the regions of a country are its own', () => {
  expect(regionsOf('UZ')).toHaveLength(14)
  expect(regionsOf('KR')).toContain('KR-11')
  expect(regionsOf('XX')).toEqual([])
})

test('regions of a row of the ledger stand by their names', () => {
  expect(regionList('["KR-11", "UZ-ZZ"]', regionName)).toBe('Seoul-teukbyeolsi, UZ-ZZ')
  expect(regionList('[]', regionName)).toBe('')
})
