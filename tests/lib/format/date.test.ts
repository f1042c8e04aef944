import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate, formatDateWithWeekday, formatMoment, formatPeriod } from '#lib/format/date.ts'
import { lastDayOf, precisions } from '#lib/rules/due-date.ts'

const all = ['en', 'uz', 'ru', 'ko'] as const

describe('a date as vague as it was announced', () => {
  test.each([
    ['day', '30 Jun 2026', '2026-yil 30-iyun', '30 июн. 2026\u00A0г.', '2026년 6월 30일'],
    ['month', 'Jun 2026', '2026-yil iyun', 'июнь 2026\u00A0г.', '2026년 6월'],
    ['quarter', 'Q2 2026', '2026-yil II chorak', 'II кв. 2026\u00A0г.', '2026년 2분기'],
    ['half', 'H1 2026', '2026-yil I yarmi', 'I полугодие 2026\u00A0г.', '2026년 상반기'],
    ['year', '2026', '2026-yil', '2026\u00A0г.', '2026년'],
  ] as const)('short, to the %s', (precision, ...written) => {
    expect(all.map((language) => formatDate('2026-06-30', precision, language, 'short'))).toEqual(written)
  })
  test.each([
    ['day', '31 December 2026', '2026-yil 31-dekabr', '31 декабря 2026\u00A0г.', '2026년 12월 31일'],
    ['month', 'December 2026', '2026-yil dekabr', 'декабрь 2026\u00A0г.', '2026년 12월'],
    ['quarter', 'fourth quarter of 2026', '2026-yil IV chorak', 'IV квартал 2026\u00A0г.', '2026년 4분기'],
    ['half', 'second half of 2026', '2026-yil II yarmi', 'II полугодие 2026\u00A0г.', '2026년 하반기'],
    ['year', '2026', '2026-yil', '2026 год', '2026년'],
  ] as const)('long, to the %s', (precision, ...written) => {
    expect(all.map((language) => formatDate('2026-12-31', precision, language, 'long'))).toEqual(written)
  })
  test('no day of the year is without a name, in any language', () => {
    const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(
        date,
        fc.constantFrom(...precisions),
        fc.constantFrom(...all),
        (moment, precision, language) => {
          const on = moment.toISOString().slice(0, 10)
          for (const length of ['short', 'long'] as const)
            expect(formatDate(lastDayOf(on, precision), precision, language, length)).toContain(
              on.slice(0, 4),
            )
        },
      ),
    )
  })
  test('two different days never read the same', () => {
    const on = fc
      .integer({ min: 0, max: 700 })
      .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(on, on, fc.constantFrom(...all), (a, b, language) => {
        expect(formatDate(a, 'day', language, 'short') === formatDate(b, 'day', language, 'short')).toBe(
          a === b,
        )
      }),
    )
  })
})

test('a form names the weekday', () => {
  expect(all.map((language) => formatDateWithWeekday('2026-06-30', language))).toEqual([
    'Tuesday, 30 June 2026',
    '2026-yil 30-iyun, seshanba',
    'вторник, 30 июня 2026\u00A0г.',
    '2026년 6월 30일 화요일',
  ])
})

test.each([
  ['2024-01-01', '2024-12-31', '2024', '2024-yil', '2024\u00A0г.', '2024년'],
  ['2024-01-01', '2027-12-31', '2024–2027', '2024–2027-yillar', '2024–2027\u00A0гг.', '2024~2027년'],
  [
    '2024-01-01',
    '2024-04-30',
    'January–April 2024',
    '2024-yil yanvar–aprel',
    'январь–апрель 2024\u00A0г.',
    '2024년 1~4월',
  ],
  ['2024-07-01', '2024-12-31', 'H2 2024', '2024-yil II yarmi', 'II полугодие 2024\u00A0г.', '2024년 하반기'],
  ['2024-07-01', '2024-09-30', 'Q3 2024', '2024-yil III chorak', 'III кв. 2024\u00A0г.', '2024년 3분기'],
  ['2024-02-01', '2024-02-29', 'February 2024', '2024-yil fevral', 'февраль 2024\u00A0г.', '2024년 2월'],
  [
    '2023-11-01',
    '2024-02-29',
    'Nov 2023 – Feb 2024',
    '2023-yil noyabr – 2024-yil fevral',
    'ноябрь 2023\u00A0г. – февраль 2024\u00A0г.',
    '2023년 11월 – 2024년 2월',
  ],
  ['2024-06-14', '2024-06-14', '14 Jun 2024', '2024-yil 14-iyun', '14 июн. 2024\u00A0г.', '2024년 6월 14일'],
  [
    '2024-06-14',
    '2027-06-13',
    '14 Jun 2024 – 13 Jun 2027',
    '2024-yil 14-iyun – 2027-yil 13-iyun',
    '14 июн. 2024\u00A0г. – 13 июн. 2027\u00A0г.',
    '2024년 6월 14일 – 2027년 6월 13일',
  ],
])('from %s to %s', (from, to, ...written) => {
  expect(all.map((language) => formatPeriod(from, to, language))).toEqual(written)
})

test('a moment is told by the clock of the place', () => {
  const at = new Date('2026-11-15T19:05:00Z')
  expect(formatMoment(at, 'Asia/Tashkent', 'en')).toBe('16 Nov 2026, 00:05')
  expect(formatMoment(at, 'Asia/Seoul', 'ko')).toBe('2026년 11월 16일 04:05')
  expect(formatMoment(at, 'UTC', 'ru')).toBe('15 нояб. 2026\u00A0г., 19:05')
  expect(formatMoment(at, 'UTC', 'uz')).toBe('2026-yil 15-noyabr, 19:05')
})
