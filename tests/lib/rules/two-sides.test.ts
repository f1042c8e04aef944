import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Due, isPlainDate, lastDayOf, precisions } from '#lib/rules/due-date.ts'
import { kindOfChange } from '#lib/rules/due-date-change.ts'
import { slipOf } from '#lib/rules/slip.ts'
import { answers, type Asked, decidesAlone, mayAnswer, stateAsAsked } from '#lib/rules/two-sides.ts'

const side = fc.constantFrom('UZ', 'KR')
const needed = fc.constantFrom(['UZ', 'KR'], ['UZ'], ['KR'])
const asked: fc.Arbitrary<Asked> = fc.record({
  state: fc.constantFrom('asked', 'put', 'agreed', 'refused', 'withdrawn', 'before_release'),
  askedBy: fc.option(side),
  needed,
  isOwnAsking: fc.boolean(),
})
const may = (answer: (typeof answers)[number], one: Asked, staffOf: string[]) =>
  mayAnswer(answer, one, staffOf).may

test('what was answered takes no second answer', () => {
  fc.assert(
    fc.property(asked, fc.constantFrom(...answers), side, (one, answer, by) => {
      if (one.state === 'asked' || one.state === 'put') return
      expect(mayAnswer(answer, one, [by])).toEqual({ may: false, why: 'answered-already' })
    }),
  )
})

test('nobody agrees to his own asking, nor refuses it', () => {
  fc.assert(
    fc.property(asked, side, (one, by) => {
      const own = { ...one, isOwnAsking: true }
      // A person belongs to one side: what he asked he asked for it.
      if (own.askedBy !== by) return
      expect(may('agree', own, [by])).toBe(false)
      expect(may('refuse', own, [by])).toBe(false)
    }),
  )
})

test('where two agree, a side that asked never agrees', () => {
  fc.assert(
    fc.property(asked, side, (one, by) => {
      if (one.needed.length < 2 || one.askedBy !== by) return
      expect(may('agree', one, [by])).toBe(false)
    }),
  )
})

test('what is not put is answered by the asking side alone, and what is put by the other alone', () => {
  fc.assert(
    fc.property(asked, side, (one, by) => {
      const isOther = one.askedBy !== by
      if (one.state === 'asked' && isOther)
        for (const answer of ['put', 'agree', 'refuse'] as const) expect(may(answer, one, [by])).toBe(false)
      if (one.state === 'put' && !isOther)
        for (const answer of ['put', 'agree', 'refuse'] as const) expect(may(answer, one, [by])).toBe(false)
    }),
  )
})

test('only staff answer; who asked and is not staff can take back what is not put', () => {
  fc.assert(
    fc.property(asked, (one) => {
      for (const answer of ['put', 'agree', 'refuse'] as const) expect(may(answer, one, [])).toBe(false)
      expect(may('withdraw', one, [])).toBe(one.askedBy !== null && one.state === 'asked' && one.isOwnAsking)
    }),
  )
})

test('there is always somebody who can end what is open', () => {
  fc.assert(
    fc.property(asked, (one) => {
      if ((one.state !== 'asked' && one.state !== 'put') || one.askedBy === null) return
      // A side-only milestone has one side only.
      if (!one.needed.includes(one.askedBy)) return
      const other = ['UZ', 'KR'].find((code) => code !== one.askedBy) ?? ''
      const byOthers = { ...one, isOwnAsking: false }
      const can = [one.askedBy, other].some((by) =>
        (['agree', 'refuse'] as const).some((answer) => may(answer, byOthers, [by])),
      )
      expect(can || one.needed.length < 2).toBe(true)
    }),
  )
})

test('an official’s asking waits for the own side; staff decide alone only where nobody else has to agree', () => {
  fc.assert(
    fc.property(needed, side, (sides, by) => {
      expect(stateAsAsked(sides, by, false)).toBe('asked')
      expect(stateAsAsked(sides, by, true)).toBe(decidesAlone(sides, by) ? 'agreed' : 'put')
    }),
  )
})

const due: fc.Arbitrary<Due> = fc
  .record({
    year: fc.integer({ min: 2020, max: 2035 }),
    month: fc.integer({ min: 1, max: 12 }),
    precision: fc.constantFrom(...precisions),
  })
  .map(({ year, month, precision }) => {
    const of = `${year}-${String(month).padStart(2, '0')}`
    return { on: lastDayOf(of, precision === 'day' ? 'month' : precision), precision }
  })

test('whatever is agreed one after another, the sum of the changes is current minus first', () => {
  fc.assert(
    fc.property(due, fc.array(due, { maxLength: 8 }), (first, dates) => {
      let current = first
      let sum = 0
      for (const to of dates) {
        sum += slipOf(current, to)
        current = to
      }
      expect(isPlainDate(current.on)).toBe(true)
      expect(sum).toBe(slipOf(first, current))
    }),
  )
})

test('a first date is no slip, and no date is moved to itself', () => {
  fc.assert(
    fc.property(due, (to) => {
      expect(kindOfChange(null, to)).toBe('refined')
      expect(kindOfChange(to, to)).not.toBe('moved')
    }),
  )
})
