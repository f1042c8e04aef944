import { expect, test } from 'vitest'
import { countryName } from '#lib/format/country.ts'

const all = ['en', 'uz', 'ru', 'ko'] as const

test('Korea is named as between governments', () => {
  expect(all.map((language) => countryName('KR', language))).toEqual([
    'Republic of Korea',
    'Koreya Respublikasi',
    'Республика Корея',
    '대한민국',
  ])
})
test('any other country as the language calls it', () => {
  expect(all.map((language) => countryName('UZ', language))).toEqual([
    'Uzbekistan',
    'Oʻzbekiston',
    'Узбекистан',
    '우즈베키스탄',
  ])
  expect(countryName('JP', 'ru')).toBe('Япония')
})
test('what names no country comes back as it is', () => {
  expect(countryName('uz; drop table', 'en')).toBe('uz; drop table')
  expect(countryName('QX', 'en')).toBe('QX')
})
