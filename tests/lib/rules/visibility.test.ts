import fc from 'fast-check'
import { expect, test } from 'vitest'
import { narrowerOrEqual, releaseTarget, type PartnershipAudience } from '#lib/rules/visibility.ts'

const open: PartnershipAudience = { kind: 'public' }
const shared: PartnershipAudience = { kind: 'shared' }
const uzbek: PartnershipAudience = { kind: 'side', side: 'UZ' }
const korean: PartnershipAudience = { kind: 'side', side: 'KR' }
const audience = fc.constantFrom(open, shared, uzbek, korean)

test('a side is narrower than shared, shared than public', () => {
  expect(narrowerOrEqual(uzbek, shared)).toBe(true)
  expect(narrowerOrEqual(shared, open)).toBe(true)
  expect(narrowerOrEqual(shared, korean)).toBe(false)
  expect(narrowerOrEqual(open, shared)).toBe(false)
})
test('neither side holds the other', () => {
  expect(narrowerOrEqual(uzbek, korean)).toBe(false)
  expect(narrowerOrEqual(korean, uzbek)).toBe(false)
})
test('it is an order', () => {
  fc.assert(
    fc.property(audience, audience, audience, (a, b, c) => {
      expect(narrowerOrEqual(a, a)).toBe(true)
      if (narrowerOrEqual(a, b) && narrowerOrEqual(b, a)) expect(a).toEqual(b)
      if (narrowerOrEqual(a, b) && narrowerOrEqual(b, c)) expect(narrowerOrEqual(a, c)).toBe(true)
    }),
  )
})
test('accepting releases to the narrower of shared and the milestone’s own audience, never to public', () => {
  expect(releaseTarget('public')).toBe('shared')
  expect(releaseTarget('shared')).toBe('shared')
  expect(releaseTarget('side')).toBe('side')
})
