import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changePercent, compareChange, isDecimal, roundDecimal } from '#lib/rules/figures.ts'

const cents = fc.bigInt({ min: 1n, max: 10n ** 18n })
const decimal = (units: bigint) => `${units / 100n}.${String(units % 100n).padStart(2, '0')}`

test('695.0 against 802.1 million is −13.35 %, and the source says −13.3', () => {
  expect(changePercent('802.1', '695.0')).toBe('-13.35')
  expect(changePercent('802100000', '695000000')).toBe('-13.35')
  expect(compareChange('-13.3', '802.1', '695.0')).toEqual({
    reported: '-13.3',
    computed: '-13.35',
    agrees: false,
  })
})
test('a number reported with fewer places agrees when rounding gives it', () => {
  expect(compareChange('-13.4', '802.1', '695.0').agrees).toBe(true)
  expect(compareChange('-13', '802.1', '695.0').agrees).toBe(true)
  expect(compareChange('-13.40', '802.1', '695.0').agrees).toBe(false)
})
test('from nothing there is no change to compute', () => {
  expect(changePercent('0.00', '5')).toBeNull()
  expect(compareChange('100', '0', '5')).toEqual({ reported: '100', computed: null, agrees: null })
})
test('rounds half away from zero, to both sides alike', () => {
  expect(changePercent('20000', '20001')).toBe('0.01')
  expect(changePercent('20000', '19999')).toBe('-0.01')
  expect(changePercent('100000', '100001')).toBe('0.00')
  expect(changePercent('100000', '99999')).toBe('0.00')
  expect(roundDecimal('2.5', 0)).toBe('3')
  expect(roundDecimal('-2.5', 0)).toBe('-3')
  expect(roundDecimal('-0.004', 2)).toBe('0.00')
  expect(roundDecimal('7', 2)).toBe('7.00')
})
test('no change is 0.00, double is 100.00', () => {
  fc.assert(
    fc.property(cents, (units) => {
      expect(changePercent(decimal(units), decimal(units))).toBe('0.00')
      expect(changePercent(decimal(units), decimal(units * 2n))).toBe('100.00')
    }),
  )
})
test('the unit makes no difference: in dollars or in millions', () => {
  fc.assert(
    fc.property(cents, cents, (from, to) => {
      expect(changePercent(`${from}`, `${to}`)).toBe(changePercent(decimal(from), decimal(to)))
    }),
  )
})
test('is never further than half a hundredth from the exact value', () => {
  fc.assert(
    fc.property(cents, cents, (from, to) => {
      const hundredths = BigInt((changePercent(`${from}`, `${to}`) ?? '').replace('.', ''))
      const off = 2n * (hundredths * from - (to - from) * 10_000n)
      expect(off <= from && off >= -from).toBe(true)
    }),
  )
})
test.each(['', '1e9', '1,000', '.5', '5.', ' 5', '+5', 'NaN'])('%j is no decimal', (text) => {
  expect(isDecimal(text)).toBe(false)
  expect(() => roundDecimal(text, 2)).toThrow(RangeError)
})
