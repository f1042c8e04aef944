import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMoney } from '#lib/format/money.ts'

const all = ['en', 'uz', 'ru', 'ko'] as const
const compact = (amount: string, currency = 'USD', qualifier: string | null = null) =>
  all.map((language) =>
    formatMoney({ amount, currency, qualifier }, language, 'compact').replaceAll('\u00A0', ' '),
  )

describe('compact', () => {
  test.each([
    ['695000000', 'USD', '$695 million', '695 mln AQSH dollari', '695 млн долл. США', '6억 9,500만 달러'],
    ['1700000000.00', 'USD', '$1.7 billion', '1,7 mlrd AQSH dollari', '1,7 млрд долл. США', '17억 달러'],
    [
      '1048600000',
      'USD',
      '$1,048.6 million',
      '1 048,6 mln AQSH dollari',
      '1 048,6 млн долл. США',
      '10억 4,860만 달러',
    ],
    ['270000000000', 'KRW', '₩270 billion', '270 mlrd von', '270 млрд вон', '2,700억 원'],
    ['40000000', 'EUR', '€40 million', '40 mln yevro', '40 млн евро', '4,000만 유로'],
    ['5000000', 'CHF', 'CHF 5 million', '5 mln CHF', '5 млн CHF', '500만 CHF'],
  ])('%s %s', (amount, currency, ...written) => expect(compact(amount, currency)).toEqual(written))

  test('is never another number: what needs more than two places is written in full', () => {
    expect(compact('34812345')).toEqual([
      '$34,812,345',
      '34 812 345 AQSH dollari',
      '34 812 345 долл. США',
      '3,481만 2,345 달러',
    ])
    expect(compact('500000')[0]).toBe('$500,000')
    expect(compact('1234567.89')[0]).toBe('$1,234,567.89')
    expect(compact('0')).toEqual(['$0', '0 AQSH dollari', '0 долл. США', '0 달러'])
    expect(compact('-5000000')).toEqual([
      '−$5 million',
      '−5 mln AQSH dollari',
      '−5 млн долл. США',
      '−500만 달러',
    ])
  })
  test('has the value that went in', () => {
    const zeros = new Map([
      ['million', 6],
      ['billion', 9],
      ['trillion', 12],
    ])
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 9999n }), fc.nat(12), (digits, tail) => {
        const amount = `${digits}${'0'.repeat(tail)}`
        const [figure = '', unit = ''] = formatMoney({ amount, currency: 'USD' }, 'en', 'compact')
          .replaceAll(/[$,]/g, '')
          .split('\u00A0')
        const [whole = '', fraction = ''] = figure.split('.')
        expect(`${whole}${fraction.padEnd(zeros.get(unit) ?? 0, '0')}`).toBe(amount)
      }),
    )
  })
  test('in Korean the groups add up to the value', () => {
    const units = new Map([
      ['조', 10n ** 12n],
      ['억', 10n ** 8n],
      ['만', 10n ** 4n],
    ])
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 17n }), (value) => {
        const groups = formatMoney({ amount: `${value}`, currency: 'KRW' }, 'ko', 'compact')
          .split('\u00A0')
          .slice(0, -1)
        const sum = groups
          .map((group) => BigInt(group.replaceAll(/[^0-9]/g, '')) * (units.get(group.slice(-1)) ?? 1n))
          .reduce((total, part) => total + part, 0n)
        expect(sum).toBe(value)
      }),
    )
  })
})

test('in full, no digit is left out', () => {
  expect(
    all.map((language) => formatMoney({ amount: '695000000.00', currency: 'USD' }, language, 'full')),
  ).toEqual([
    '$695,000,000',
    '695\u00A0000\u00A0000\u00A0AQSH dollari',
    '695\u00A0000\u00A0000\u00A0долл.\u00A0США',
    '695,000,000\u00A0달러',
  ])
  expect(formatMoney({ amount: '12.50', currency: 'EUR' }, 'en', 'full')).toBe('€12.50')
})
test('the publisher’s qualifier stays', () => {
  expect(compact('2000000000', 'USD', 'up to')).toEqual([
    'up to $2 billion',
    '2 mlrd AQSH dollarigacha',
    'до 2 млрд долл. США',
    '최대 20억 달러',
  ])
  expect(compact('2000000000', 'USD', 'more than')).toEqual([
    'more than $2 billion',
    '2 mlrd AQSH dollaridan ortiq',
    'более 2 млрд долл. США',
    '20억 달러 초과',
  ])
})
test('what is no amount is an error', () => {
  expect(() => formatMoney({ amount: 'abc', currency: 'USD' }, 'en', 'compact')).toThrow(RangeError)
})
