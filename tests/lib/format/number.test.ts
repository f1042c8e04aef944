import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber, formatQuantity, qualified, signed } from '#lib/format/number.ts'

const all = ['en', 'uz', 'ru', 'ko'] as const

test('groups as the language groups', () => {
  expect(all.map((language) => formatNumber('1234567.50', language))).toEqual([
    '1,234,567.50',
    '1\u00A0234\u00A0567,50',
    '1\u00A0234\u00A0567,50',
    '1,234,567.50',
  ])
  expect(formatNumber(999, 'en')).toBe('999')
  expect(formatNumber(1000, 'en')).toBe('1,000')
})
test('keeps the precision that was given', () => {
  expect(formatNumber('695.0', 'en')).toBe('695.0')
  expect(formatNumber('0.000125', 'en')).toBe('0.000125')
})
test('a minus is a minus, and zero has none', () => {
  expect(formatNumber('-13.35', 'ru')).toBe('−13,35')
  expect(formatNumber('-0.00', 'en')).toBe('0.00')
  expect(signed('0.00', 'en')).toBe('0.00')
  expect(signed(2.9, 'en')).toBe('+2.9')
  expect(signed(-2.9, 'en')).toBe('−2.9')
})
test.each(['', 'NaN', '1e21', '12,5'])('%j is an error, not a number on a page', (text) => {
  expect(() => formatNumber(text, 'en')).toThrow(RangeError)
})
test('the digits stay what they were', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
      fc.constantFrom(...all),
      (value, language) => {
        const digits = formatNumber(`${value}`, language)
          .replace('−', '-')
          .replaceAll(/[,\u00A0]/g, '')
        expect(digits).toBe(`${value}`)
      },
    ),
  )
})
test('no break before the unit', () => {
  expect(formatQuantity(60_000, 'units/year', 'en')).toBe('60,000\u00A0units/year')
})
test('qualifiers are words around the figure', () => {
  expect(all.map((language) => qualified('500', 'about', language))).toEqual([
    'about 500',
    'taxminan 500',
    'около 500',
    '약 500',
  ])
  expect(all.map((language) => qualified('500', 'up to', language))).toEqual([
    'up to 500',
    '500\u00A0gacha',
    'до 500',
    '최대 500',
  ])
  expect(all.map((language) => qualified('500', 'more than', language))).toEqual([
    'more than 500',
    '500\u00A0dan ortiq',
    'более 500',
    '500 초과',
  ])
  expect(qualified('500', 'about, cumulative', 'en')).toBe('about 500')
  expect(qualified('500', 'grant', 'en')).toBe('500')
  expect(qualified('500', null, 'en')).toBe('500')
})
