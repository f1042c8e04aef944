import { expect, test } from 'vitest'
import { formatChange, formatPercent } from '#lib/format/percent.ts'

const all = ['en', 'uz', 'ru', 'ko'] as const

test('a percent', () => {
  expect(all.map((language) => formatPercent(66.7, language))).toEqual([
    '66.7\u00A0%',
    '66,7\u00A0%',
    '66,7\u00A0%',
    '66.7%',
  ])
})
test('a change has its sign', () => {
  expect(formatChange('-13.35', 'en')).toBe('−13.35\u00A0%')
  expect(formatChange('2.9', 'ru')).toBe('+2,9\u00A0%')
})
