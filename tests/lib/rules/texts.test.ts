import { expect, test } from 'vitest'
import { textsAfter, type LanguageText, type Texts } from '#lib/rules/texts.ts'

const english: LanguageText = { text: 'Critical minerals', standing: 'authentic' }
const russian: LanguageText = {
  text: 'Критически важные минералы',
  standing: 'translation',
  official: false,
  of: 'en',
  ofHash: '00000000000000000000000000000000',
}
const hashOf = (text: string) => `hash of ${text}`
const after = (
  former: Texts | null,
  typed: Record<string, string>,
  more: { language?: string; rechecked?: string[] } = {},
) => textsAfter(former, typed, { language: 'en', rechecked: [], hashOf, ...more })

test('a new record is authentic in the language in which it is written; the rest translates it, unofficially', () => {
  expect(after(null, { en: 'Site', uz: 'Maydon' })).toEqual({
    en: { text: 'Site', standing: 'authentic' },
    uz: { text: 'Maydon', standing: 'translation', official: false, of: 'en', ofHash: 'hash of Site' },
  })
  expect(after(null, { ru: 'Площадка', uz: 'Maydon' })).toBeUndefined()
})
test('a new text in one language alone is authentic in it, whichever it is', () => {
  expect(after(null, { uz: 'Maydon' })).toEqual({ uz: { text: 'Maydon', standing: 'authentic' } })
})
test('a translation that was left alone goes on translating the former text, until it is read again or changed', () => {
  const former = after(null, { en: 'Site', uz: 'Maydon' }) ?? {}
  const left = after(former, { en: 'Plot', uz: 'Maydon' })
  expect(left?.['uz']).toMatchObject({ ofHash: 'hash of Site' })
  expect(after(former, { en: 'Plot', uz: 'Maydon' }, { rechecked: ['uz'] })?.['uz']).toMatchObject({
    text: 'Maydon',
    ofHash: 'hash of Plot',
  })
  expect(after(former, { en: 'Plot', uz: 'Yer' })?.['uz']).toMatchObject({
    text: 'Yer',
    ofHash: 'hash of Plot',
  })
})
test('what was authentic stays so, whoever writes in which language', () => {
  const former: Texts = { ko: english, uz: { ...english, text: 'Minerallar' }, ru: { ...russian, of: 'ko' } }
  const changed = after(former, { ko: 'Critical minerals', uz: 'Maʼdanlar', ru: russian.text })
  expect(changed?.['uz']).toEqual({ text: 'Maʼdanlar', standing: 'authentic' })
  expect(changed?.['ru']).toEqual({ ...russian, of: 'ko' })
  expect(after(former, { ru: russian.text })).toBeUndefined()
})
