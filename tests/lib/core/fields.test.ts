import { expect, test } from 'vitest'
import {
  Day,
  LanguageList,
  OptionalDate,
  Reason,
  TypedDate,
  TypedTexts,
  WebAddress,
} from '#lib/core/fields.ts'

test.each([
  [{ year: '2026' }, { on: '2026-12-31', precision: 'year' }],
  [
    { year: '2026', part: 'H1', day: '' },
    { on: '2026-06-30', precision: 'half' },
  ],
  [
    { year: '2026', part: 'Q3' },
    { on: '2026-09-30', precision: 'quarter' },
  ],
  [
    { year: ' 2028 ', part: '02' },
    { on: '2028-02-29', precision: 'month' },
  ],
  [
    { year: '2028', part: '02', day: '9' },
    { on: '2028-02-09', precision: 'day' },
  ],
])('%j is %j', (typed, due) => {
  expect(TypedDate.parse(typed)).toEqual(due)
})
test.each([
  { year: '' },
  { year: '26' },
  { year: '2026', day: '9' },
  { year: '2026', part: 'Q3', day: '9' },
  { year: '2026', part: '02', day: '30' },
  { year: '2026', part: '13' },
  { part: '06', day: '1' },
])('%j is no date', (typed) => {
  expect(TypedDate.safeParse(typed).success).toBe(false)
})
test('with all its parts empty there is no date', () => {
  expect(OptionalDate.parse({ year: '', part: '', day: '' })).toBeUndefined()
  expect(OptionalDate.parse(undefined)).toBeUndefined()
  expect(OptionalDate.safeParse({ year: '', part: '06', day: '' }).success).toBe(false)
})

test('languages whose field is empty have no text, and one at least has', () => {
  expect(TypedTexts(20).parse({ en: ' Site ', uz: '', ru: ' ' })).toEqual({ en: 'Site' })
  expect(TypedTexts(20).safeParse({ en: '' }).success).toBe(false)
  expect(TypedTexts(20).safeParse({ 'not a language': 'Site' }).success).toBe(false)
  expect(TypedTexts(3).safeParse({ en: 'Site' }).success).toBe(false)
})

test.each(['a\0', 'a\x1b[2J', 'a\ud83d', '\udc00a'])('%j is no text that can be kept', (text) => {
  expect(Reason.safeParse(text).success).toBe(false)
  expect(WebAddress.safeParse(`https://example.org/${text}`).success).toBe(false)
  expect(TypedTexts(20).safeParse({ en: text }).success).toBe(false)
})
test('letters beyond the first plane are', () => {
  expect(Reason.parse(' 𐒰 😀\r\nOʻzbekiston ')).toBe('𐒰 😀\nOʻzbekiston')
})

test.each([
  ['kk, ru', ['kk', 'ru']],
  [
    ['en', 'zh-Hant'],
    ['en', 'zh-Hant'],
  ],
])('languages come as people type them, or as a list: %j', (typed, languages) => {
  expect(LanguageList.safeParse(typed)).toMatchObject({ success: true, data: languages })
})

test.each([
  ['', 'problem.missing'],
  ['kk, qqz', 'problem.no-such-language'],
  ['not a code!', 'problem.no-such-language'],
  ['kk kk', 'problem.twice'],
])('%j are no languages: %s', (typed, message) => {
  expect(LanguageList.safeParse(typed).error?.issues).toMatchObject([{ message }])
})

test('a day that the calendar does not have is none', () => {
  expect(Day.safeParse('2028-02-29').success).toBe(true)
  expect(Day.safeParse('2026-02-29').success).toBe(false)
})
