import fc from 'fast-check'
import { expect, test } from 'vitest'
import { authenticLanguage, pick, type LanguageText, type Texts } from '#lib/rules/texts.ts'

const english: LanguageText = { text: 'Critical minerals', standing: 'authentic' }
const russian: LanguageText = {
  text: 'Критически важные минералы',
  standing: 'translation',
  official: false,
  of: 'en',
  ofHash: '00000000000000000000000000000000',
}
const texts: Texts = { en: english, ru: russian }

test('the reader’s language first', () => {
  expect(pick(texts, 'ru', ['en'])).toEqual({
    text: 'Критически важные минералы',
    language: 'ru',
    standing: 'translation',
    official: false,
  })
})
test('then the fallbacks, then the authentic text, then any', () => {
  expect(pick(texts, 'ko', ['uz', 'ru', 'en'])?.language).toBe('ru')
  expect(pick(texts, 'ko', [])?.language).toBe('en')
  expect(pick({ ru: russian }, 'ko', ['uz'])?.language).toBe('ru')
  expect(pick({}, 'en', ['ru'])).toBeUndefined()
})
test('an authentic text is official', () => {
  expect(pick(texts, 'en', [])).toMatchObject({ standing: 'authentic', official: true })
})
test('of several authentic texts the first in alphabetical order is named', () => {
  expect(authenticLanguage({ uz: english, ko: english, ru: russian })).toBe('ko')
  expect(authenticLanguage({ ru: russian })).toBeUndefined()
})
test('whatever is asked, some text comes back if there is one, and it is one of them', () => {
  const language = fc.constantFrom('en', 'uz', 'ru', 'ko', 'ja', 'constructor')
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('en', 'ru', 'ko', 'ja'), fc.constantFrom(english, russian)),
      language,
      fc.array(language),
      (some, asked, fallbacks) => {
        const picked = pick(some, asked, fallbacks)
        if (Object.keys(some).length === 0) expect(picked).toBeUndefined()
        else expect(some[picked?.language ?? '']?.text).toBe(picked?.text)
      },
    ),
  )
})
