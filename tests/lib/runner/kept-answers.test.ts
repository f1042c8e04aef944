import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { viewerOf, type Viewer } from '#lib/access/viewer.ts'
import { directionPage } from '#lib/directions/direction.ts'
import { languages } from '#lib/format/language.ts'
import { initiativePage } from '#lib/initiatives/initiative.ts'
import { milestoneBoard } from '#lib/milestones/board.ts'
import { milestonePage } from '#lib/milestones/milestone.ts'
import { myWork } from '#lib/milestones/my-work.ts'
import { startMilestone } from '#lib/milestones/start.ts'
import { partnershipsFrame } from '#lib/partnerships/frame.ts'
import { partnershipOverview } from '#lib/partnerships/overview.ts'
import { submitReport } from '#lib/progress-reports/submit.ts'
import { reviewQueue } from '#lib/progress-reports/review.ts'
import { run } from '#lib/runner/run.ts'
import { searchResults } from '#lib/search/results.ts'
import { setChain } from '#tests/administering.ts'
import { aMilestone, aReport, asOwner, newId, type Who } from '#tests/builders.ts'
import { knock } from '#tests/doors.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const askers: Who[] = [
  'official',
  'otherOfficial',
  'staff',
  'observer',
  'insideObserver',
  'sideAdmin',
  'admin',
  'koreanOfficial',
  'koreanStaff',
  'koreanObserver',
]
let code = ''

/** As the next request recognises him. */
async function recognised(who: Who): Promise<Viewer> {
  const viewer = await viewerOf(world().tokens[who])
  if (!viewer) throw new Error(`${who} has been signed out`)
  return viewer
}

/** Nothing is kept for him, and no audience left out. */
const throughTheWholeWall = (viewer: Viewer): Viewer => ({
  ...viewer,
  audiences: viewer.audiences.map(({ id }) => ({ id, partnership: null, head: null })),
})

const board = (viewer: Viewer, language: (typeof languages)[number] = 'en') =>
  milestoneBoard.ask(viewer, { partnership: 'UZ-KR' }, language)

// With a new quarter of an hour every answer is asked for anew: none begins here.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }))
afterAll(() => void vi.useRealTimers())

beforeAll(async () => {
  const shared = await aMilestone(world(), { title: 'Seen by both', due: '2020-01-31' })
  code = shared.code
  for (const side of ['UZ', 'KR'] as const)
    await aMilestone(world(), { side, visibility: side, title: `Of ${side} alone`, due: '2020-01-31' })
  const sent = await run(submitReport, world().official, aReport(shared))
  if (!sent.ok) throw new Error(`not submitted: ${sent.problem.message}`)
})

describe('an answer that is kept', () => {
  test('is given again while nothing has changed, and cannot be changed by who got it', async () => {
    const first = await board(await recognised('staff'))
    expect(await board(await recognised('staff'))).toBe(first)
    expect(() => first?.rows.pop()).toThrow(TypeError)
  })

  test('is asked for once, however many want it at that moment', async () => {
    const viewer = await recognised('secondStaff')
    const [one, ...others] = await Promise.all(Array.from({ length: 16 }, () => board(viewer)))
    for (const other of others) expect(other).toBe(one)
  })

  test('is given no more once something that the viewer sees has changed', async () => {
    const before = await board(await recognised('koreanStaff'))
    const { code: milestone, version } = await aMilestone(world(), { title: 'New' })
    const after = await board(await recognised('koreanStaff'))
    expect(after?.total).toBe((before?.total ?? 0) + 1)
    const started = { id: newId(), milestone, version }
    expect(await run(startMilestone, world().staff, started)).toMatchObject({ ok: true })
    expect(await board(await recognised('koreanStaff'))).not.toEqual(after)
  })

  test('stays when the other side has written for itself', async () => {
    const before = await board(await recognised('koreanStaff'))
    await aMilestone(world(), { visibility: 'UZ' })
    expect(await board(await recognised('koreanStaff'))).toBe(before)
  })

  test('stays when a partnership has changed that it does not show', async () => {
    const questions = [
      [partnershipOverview, { partnership: 'UZ-KR' }],
      [milestoneBoard, { partnership: 'UZ-KR' }],
      [directionPage, { partnership: 'UZ-KR', direction: 'SC' }],
      [initiativePage, { initiative: 'UZ-KR-SC-01' }],
      [milestonePage, { milestone: code }],
      [myWork, {}],
      [reviewQueue, { partnership: 'UZ-KR' }],
    ] as const
    const askAll = async () => {
      const viewer = await recognised('official')
      return Promise.all(
        [...questions, [partnershipsFrame, {}] as const].map(([question, input]) =>
          question.ask(viewer, input, 'en'),
        ),
      )
    }
    const before = await askAll()
    await asOwner((tx) =>
      tx.query(`update partnerships set note = 'Renamed elsewhere' where id = $1`, [world().other]),
    )
    const after = await askAll()
    for (const [n, [question]] of questions.entries()) expect(after[n], question.name).toBe(before[n])
    expect(after.at(-1), 'the frame names every partnership').not.toBe(before.at(-1))
  })

  test('is what the whole wall gives afresh, whoever asked before, of whichever role, side and language', async () => {
    const questions = [
      [partnershipsFrame, {}],
      [partnershipOverview, { partnership: 'UZ-KR' }],
      [milestoneBoard, { partnership: 'UZ-KR' }],
      [milestoneBoard, { partnership: 'UZ-KR', due: 'late' }],
      [directionPage, { partnership: 'UZ-KR', direction: 'SC' }],
      [initiativePage, { partnership: 'UZ-KR', initiative: 'UZ-KR-SC-01' }],
      [milestonePage, { partnership: 'UZ-KR', milestone: code }],
      [myWork, {}],
      [reviewQueue, { partnership: 'UZ-KR' }],
      [searchResults, { words: 'UZ-KR-SC' }],
    ] as const
    const asked = questions.flatMap(([question, input]) =>
      askers.flatMap((who) => languages.map((language) => ({ question, input, who, language }))),
    )
    for (const { question, input, who, language } of asked) {
      const viewer = await recognised(who)
      await question.ask(viewer, input, language)
      const kept = await question.ask(viewer, input, language)
      const fresh = await question.ask(throughTheWholeWall(viewer), input, language)
      expect(kept, `${question.name} for ${who} in ${language}`).toEqual(fresh)
    }
  })

  test('goes out of its door as it is, whoever asked before, until something has changed', async () => {
    const address = '/api/v1/partnerships/UZ-KR/board'
    const sentTo = async (who: Who, language: (typeof languages)[number] = 'en') => {
      const sent = await (await knock('GET', address, { as: world().tokens[who], language })).text()
      expect(sent, `${who} in ${language}`).toBe(JSON.stringify(await board(await recognised(who), language)))
      return sent
    }
    for (const who of askers) for (const language of languages) await sentTo(who, language)
    const before = await sentTo('koreanStaff')
    await aMilestone(world(), { title: 'New again' })
    expect(await sentTo('koreanStaff')).not.toBe(before)
  })

  test('goes out compressed to whoever takes it so, and says the same', async () => {
    const address = '/api/v1/partnerships/UZ-KR/board'
    const as = world().tokens.staff
    const plain = await knock('GET', address, { as })
    const compressed = await knock('GET', address, { as, headers: { 'accept-encoding': 'br, gzip' } })
    expect(compressed.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(await compressed.bytes()).toString()).toBe(await plain.text())
    const etag = plain.headers.get('etag') ?? ''
    expect(compressed.headers.get('etag')).toBe(etag)
    expect((await knock('GET', address, { as, headers: { 'if-none-match': etag } })).status).toBe(304)
  })
})

test('nobody is told that an answer still holds which rests on more than the ledger', async () => {
  const address = '/api/v1/acceptance-steps'
  const as = world().tokens.sideAdmin
  const before = await knock('GET', address, { as })
  expect(await setChain(world(), ['any-staff'])).toMatchObject({ ok: true })
  const seen = { 'if-none-match': before.headers.get('etag') ?? '' }
  expect((await knock('GET', address, { as, headers: seen })).status).toBe(200)
})
