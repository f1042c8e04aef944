import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentSuggestions } from '#lib/rules/percent-suggestions.ts'

const percent = fc.integer({ min: 0, max: 100 })

test('nothing is suggested under what was accepted last, and 100 always', () => {
  fc.assert(
    fc.property(percent, (last) => {
      const suggested = percentSuggestions(last)
      expect(suggested[0]).toBe(last)
      expect(suggested.at(-1)).toBe(100)
    }),
  )
})

test('they ascend, each once, five at most', () => {
  fc.assert(
    fc.property(percent, (last) => {
      const suggested = percentSuggestions(last)
      expect(suggested).toEqual([...new Set(suggested)].toSorted((a, b) => a - b))
      expect(suggested.length).toBeLessThanOrEqual(5)
    }),
  )
})

test('before the first accepted report they begin at nothing', () => {
  expect(percentSuggestions(null)).toEqual([0, 25, 50, 75, 100])
})
