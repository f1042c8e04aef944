import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { submitReport } from '#lib/progress-reports/submit.ts'
import { asEvidence, keepFiles } from '#lib/runner/kept-files.ts'
import { run } from '#lib/runner/run.ts'
import { aMilestone, aReport, rows } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

/** What a report names is on the disk before the report is there: whenever the machine stops, no evidence is missing. */

const world = withWorld()

/** A file that arrived, and how it goes on. */
function arrived() {
  const { promise: onDisk, resolve: flushed, reject: failed } = Promise.withResolvers<void>()
  onDisk.catch(() => {})
  const sha256 = crypto.randomUUID().replaceAll('-', '').repeat(2)
  return { file: { name: 'note.txt', sha256, size: 20, mediaType: 'text/plain', onDisk }, flushed, failed }
}

async function reported() {
  const { file, ...goesOn } = arrived()
  const milestone = await aMilestone(world(), { body: 'ministry' })
  const report = aReport(milestone, { evidence: [asEvidence(file)] })
  return { answer: run(submitReport, world().official, report, [file]), id: report.id, file, ...goesOn }
}

const isThere = async (id: string) =>
  (await rows('select from progress_reports where id = $1', id)).length > 0
const isNoted = async (sha256: string) =>
  (await rows(`select from files where sha256 = decode($1, 'hex')`, sha256)).length > 0

test('a report waits for the files that came along', async () => {
  const { answer, id, file, flushed } = await reported()
  await sleep(300)
  expect([await isThere(id), await isNoted(file.sha256)]).toEqual([false, false])
  flushed()
  expect(await answer).toMatchObject({ ok: true })
  expect([await isThere(id), await isNoted(file.sha256)]).toEqual([true, true])
})

test('where one cannot be written there is neither report nor note', async () => {
  const { answer, id, file, failed } = await reported()
  failed(new Error('no space left on device'))
  await expect(answer).rejects.toThrow('no space left on device')
  expect([await isThere(id), await isNoted(file.sha256)]).toEqual([false, false])
})

test('so it is with files of which nothing is made yet', async () => {
  const { file, flushed } = arrived()
  const kept = keepFiles(world().official, [file])
  await sleep(300)
  expect(await isNoted(file.sha256)).toBe(false)
  flushed()
  await kept
  expect(await isNoted(file.sha256)).toBe(true)
})
