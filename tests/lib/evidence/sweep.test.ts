import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFile, storeFile } from '#lib/core/files.ts'
import { sweepFiles } from '#lib/evidence/sweep.ts'
import { asEvidence, keepFiles } from '#lib/runner/kept-files.ts'
import { aMilestone, aReport, owner, rows } from '#tests/builders.ts'
import { knock, withFiles } from '#tests/doors.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()
withFiles()

/** Bytes that the official sent so many days ago. */
async function sent(daysAgo: number, content = randomBytes(20).toString('hex')) {
  const stored = await storeFile(Readable.from([Buffer.from(content)]), 'note.txt')
  if (!stored) throw new Error('no text')
  const { official } = world()
  await keepFiles(official, [stored])
  const at = new Date(Date.now() - daysAgo * 24 * 60 * 60_000)
  await owner().query(`update files set at = $1 where sha256 = decode($2, 'hex')`, [at, stored.sha256])
  const place = join(process.env['LANGAR_FOLDER'] ?? '', 'files', stored.sha256.slice(0, 2), stored.sha256)
  await utimes(place, at, at)
  return { ...asEvidence(stored), content }
}

const isThere = async (sha256: string) => (await openFile(sha256)) !== undefined
const isKnown = async (sha256: string) =>
  (await rows(`select from files where sha256 = decode($1, 'hex')`, sha256)).length > 0

test('what was sent thirty days ago and became no evidence is swept, bytes and all', async () => {
  const [old, recent] = [await sent(31), await sent(29)]
  await sweepFiles()
  expect([await isThere(old.sha256), await isKnown(old.sha256)]).toEqual([false, false])
  expect([await isThere(recent.sha256), await isKnown(recent.sha256)]).toEqual([true, true])
})

test('what is evidence stays, though only one side sees it', async () => {
  const file = await sent(31)
  const milestone = await aMilestone(world())
  const { content: _, ...evidence } = file
  const answer = await knock('POST', `/api/v1/milestones/${milestone.code}/progress-reports`, {
    as: world().tokens.official,
    body: aReport(milestone, { evidence: [evidence] }),
  })
  expect(answer.status).toBe(201)
  await sweepFiles()
  expect(await isThere(file.sha256)).toBe(true)
})

test('who sends the same bytes again has thirty days anew', async () => {
  const { content, sha256 } = await sent(31)
  const stored = await storeFile(Readable.from([Buffer.from(content)]), 'note.txt')
  if (stored) await keepFiles(world().official, [stored])
  await sweepFiles()
  expect([await isThere(sha256), await isKnown(sha256)]).toEqual([true, true])
})
