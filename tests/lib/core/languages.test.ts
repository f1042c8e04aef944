import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languageFrom, languageOf } from '#lib/core/languages.ts'
import { languages } from '#lib/format/language.ts'

test('what was chosen wins over what the browser asks for', () => {
  expect(languageFrom('ko', 'ru-RU,ru;q=0.9')).toBe('ko')
})

test.each([
  ['ru-RU,ru;q=0.9,en-US;q=0.8', 'ru'],
  ['fr-FR,fr;q=0.9,uz;q=0.5,en;q=0.4', 'uz'],
  ['en;q=0.2, ko;q=0.9', 'ko'],
  ['uz-Cyrl-UZ', 'uz'],
  ['ko;q=0, en', 'en'],
  ['fr', 'en'],
  ['', 'en'],
  [null, 'en'],
])('Accept-Language %j is answered in %s', (header, language) => {
  expect(languageFrom(undefined, header)).toBe(language)
})

test('a cookie that names no language of ours is as none', () => {
  expect(languageFrom('tlh', 'ru')).toBe('ru')
  expect(languageOf('__proto__')).toBeUndefined()
})

test('whatever a browser sends, the page speaks one of the four', () => {
  fc.assert(
    fc.property(fc.option(fc.string(), { nil: undefined }), fc.option(fc.string()), (cookie, header) =>
      languages.includes(languageFrom(cookie, header)),
    ),
  )
})
