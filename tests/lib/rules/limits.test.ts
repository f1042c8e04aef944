import { expect, test } from 'vitest'
import { isEvidenceMediaType, maxFileBytes } from '#lib/rules/limits.ts'

test('a file of 24 MB fits, one of 26 does not', () => {
  expect(24 * 1024 * 1024).toBeLessThanOrEqual(maxFileBytes)
  expect(26 * 1024 * 1024).toBeGreaterThan(maxFileBytes)
})
test.each(['text/html', 'image/svg+xml', 'application/javascript', 'application/x-msdownload', ''])(
  '%j is no evidence: a browser or a machine would run it',
  (mediaType) => expect(isEvidenceMediaType(mediaType)).toBe(false),
)
test.each(['application/pdf', 'image/heic', 'text/csv'])('%s is', (mediaType) => {
  expect(isEvidenceMediaType(mediaType)).toBe(true)
})
