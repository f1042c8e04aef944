import { expect, test } from 'vitest'
import { codeInSeries, codeOfSide, directionOf, partnershipOf, shortCode } from '#lib/rules/codes.ts'

test('a page does not repeat its partnership', () => {
  expect(shortCode('UZ-KR-CM-01-06', 'UZ-KR')).toBe('CM-01-06')
  expect(shortCode('UZ-KR-CM-01-06', 'UZ-KZ')).toBe('UZ-KR-CM-01-06')
  expect(shortCode('UZ-KR', 'UZ-KR')).toBe('UZ-KR')
})
test('a code names its partnership and its direction', () => {
  expect(partnershipOf('UZ-KR-CM-01-06')).toBe('UZ-KR')
  expect(partnershipOf('UZ-KR')).toBe('UZ-KR')
  expect(partnershipOf('UZ-KRX')).toBeUndefined()
  expect(directionOf('UZ-KR-CM-01-06')).toBe('CM')
  expect(directionOf('UZ-KR-SC-U-K7QX')).toBe('SC')
  expect(directionOf('UZ-KR')).toBeUndefined()
})
test('a series is counted in two figures, then in three', () => {
  expect(codeInSeries('UZ-KR-SC', 3)).toBe('UZ-KR-SC-03')
  expect(codeInSeries('UZ-KR-SC-03', 104)).toBe('UZ-KR-SC-03-104')
})
test('the own codes of two sides never meet, though their countries begin alike', () => {
  expect(codeOfSide('UZ-KR-SC', 'UZ', 'KR', 'K7QX')).toBe('UZ-KR-SC-U-K7QX')
  expect(codeOfSide('KZ-KR-SC', 'KZ', 'KR', 'K7QX')).toBe('KZ-KR-SC-Z-K7QX')
  expect(codeOfSide('KZ-KR-SC', 'KR', 'KZ', 'K7QX')).toBe('KZ-KR-SC-R-K7QX')
})
