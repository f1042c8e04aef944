import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { stopReasonOf } from '#lib/core/stop-reason.ts'

const sentence = 'The disk is full: make room, then start Langar again; what was saved before is safe.'

test('a disk that is full is one sentence, whoever met it', async () => {
  const refused = await writeFile('/dev/full', 'x').catch((error: unknown) => error)
  expect(stopReasonOf(refused)).toBe(sentence)
  const ofPostgres = Object.assign(new Error('could not extend file "base/1/2"'), { code: '53100' })
  expect(stopReasonOf(ofPostgres)).toBe(sentence)
  const printed = new Error('initdb: error: could not write to file "pg_wal": No space left on device')
  expect(stopReasonOf(printed)).toBe(sentence)
})

test('so is a folder in which nobody but another user may write', () => {
  const refused = Object.assign(new Error('EACCES'), { code: 'EACCES', path: '/srv/langar' })
  expect(stopReasonOf(refused)).toMatch(/^Langar may not write to \/srv\/langar: .*\.$/)
})

test('anything else is a bug, and keeps its stack', () => {
  expect(stopReasonOf(new TypeError('x is not a function'))).toBeUndefined()
})
