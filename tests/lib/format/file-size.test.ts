import { expect, test } from 'vitest'
import { formatFileSize } from '#lib/format/file-size.ts'

const plain = (bytes: number, language: 'en' | 'ru' = 'en') =>
  formatFileSize(bytes, language).replace('\u00A0', ' ')

test.each([
  [0, '0 B'],
  [1023, '1,023 B'],
  [1024, '1 KB'],
  [1024 * 1024 - 1, '1 MB'],
  [1.2 * 1024 * 1024, '1.2 MB'],
  [24 * 1024 * 1024, '24 MB'],
  [25 * 1024 * 1024, '25 MB'],
  [9.96 * 1024 * 1024, '10 MB'],
  [3 * 1024 ** 3, '3 GB'],
  [5000 * 1024 ** 3, '5,000 GB'],
])('%d bytes are %s', (bytes, written) => expect(plain(Math.round(bytes))).toBe(written))
test('in Russian', () => expect(plain(1.5 * 1024 * 1024, 'ru')).toBe('1,5 МБ'))
