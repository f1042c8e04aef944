import { expect, test } from 'vitest'
import {
  codeInSeries,
  codeOfSide,
  directionOf,
  isInitiativeCode,
  isMilestoneCode,
  isPartnershipCode,
  partnershipOf,
  shortCode,
} from '#lib/rules/codes.ts'

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
test.each(['UZ-KR-SC-03', 'UZ-KR-SC-103', 'UZ-KR-SC-U-K7QX'])('%s is an initiative’s', (code) => {
  expect(isInitiativeCode(code)).toBe(true)
  expect(isMilestoneCode(code)).toBe(false)
})
test.each(['UZ-KR-SC-03-02', 'UZ-KR-SC-03-U-K7QX', 'UZ-KR-SC-U-K7QX-01', 'UZ-KR-SC-U-K7QX-U-22AB'])(
  '%s is a milestone’s',
  (code) => {
    expect(isMilestoneCode(code)).toBe(true)
    expect(isInitiativeCode(code)).toBe(false)
  },
)
test.each([
  '',
  'UZ-KR-SC',
  'UZ-KR-SC-3',
  'uz-kr-sc-03',
  'UZ-KR-SC-03/02',
  "UZ-KR-SC-03' or 1=1",
  'UZ-KR-SC-03\n',
])('%j is neither', (code) => {
  expect(isInitiativeCode(code) || isMilestoneCode(code)).toBe(false)
})
test('two countries make a partnership’s code', () => {
  expect(isPartnershipCode('UZ-KR')).toBe(true)
  expect(isPartnershipCode('admin')).toBe(false)
  expect(isPartnershipCode('UZ-KR-SC')).toBe(false)
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
