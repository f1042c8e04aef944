import { expect, test } from 'vitest'
import { formatMove, formatSlip } from '#lib/format/due.ts'

const all = ['en', 'uz', 'ru', 'ko'] as const
const june = { on: '2026-06-30', precision: 'day' } as const
const september = { on: '2026-09-15', precision: 'day' } as const

test('the slip stands with its sign and a unit', () => {
  expect(all.map((language) => formatSlip(77, language))).toEqual([
    '+77\u00A0d',
    '+77\u00A0kun',
    '+77\u00A0дн.',
    '+77일',
  ])
  expect(formatSlip(-3, 'en')).toBe('−3\u00A0d')
  expect(formatSlip(0, 'en')).toBe('0\u00A0d')
  expect(formatSlip(58.5, 'ru')).toBe('+58,5\u00A0дн.')
  expect(formatSlip(1826, 'en')).toBe('+1,826\u00A0d')
})
test('a move names both dates', () => {
  expect(formatMove(june, september, 'en')).toBe('30 Jun 2026 → 15 Sep 2026')
  expect(formatMove({ on: '2026-12-31', precision: 'year' }, september, 'ru')).toBe(
    '2026\u00A0г. → 15 сент. 2026\u00A0г.',
  )
})
