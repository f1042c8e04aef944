import { expect, test } from 'vitest'
import { releaseTarget } from '#lib/rules/visibility.ts'

test('accepting releases to the narrower of shared and the milestone’s own audience, never to public', () => {
  expect(releaseTarget('public')).toBe('shared')
  expect(releaseTarget('shared')).toBe('shared')
  expect(releaseTarget('side')).toBe('side')
})
