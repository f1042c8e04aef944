import { expect, test } from 'vitest'
import { meetingList } from '#lib/meetings/list.ts'
import { meetingPage } from '#lib/meetings/meeting.ts'
import { withProgramme } from '#tests/programme.ts'

const programme = withProgramme()

const listed = async (address: Record<string, string> = {}) => {
  const found = await meetingList.ask(programme().observer, { partnership: 'UZ-KR', ...address }, 'en')
  if (!found) throw new Error('there is no such partnership')
  return found
}

test('what is planned stands before what was held, and every meeting stands once', async () => {
  const { planned, held, size, years } = await listed()
  expect(planned).toMatchObject([{ code: 'UZ-KR-MTG-37', held: { on: '2026-09-16' }, endsOn: '2026-09-17' }])
  expect(new Set([...planned, ...held].map(({ code }) => code)).size).toBe(41)
  expect(size).toMatchObject({ meetings: 41, own: 0, decisions: 81, loose: 30 })
  expect(years.reduce((sum, { size: many }) => sum + many, 0)).toBe(40)
})

test('of the energy dialogue that was announced for soon, it is said that it has no date and who called for it', async () => {
  const { series } = await listed()
  expect(series.map(({ code }) => code)).toEqual([
    'UZ-KR-IGC',
    'UZ-KR-DPM',
    'UZ-KR-FMSD',
    'UZ-KR-ENERGY',
    'UZ-KR-IWG',
  ])
  const energy = series.find(({ code }) => code === 'UZ-KR-ENERGY')
  expect(energy).toMatchObject({
    last: { code: 'UZ-KR-MTG-13', held: { on: '2023-03-07' } },
    planned: null,
    awaited: {
      code: 'UZ-KR-EN-01-03',
      due: null,
      stated: 'in the near future',
      calledFor: { meeting: 'UZ-KR-MTG-22', number: 3, held: { on: '2024-06-14' } },
    },
  })
  // Of the others nobody said when they meet again: nothing is made up.
  for (const { planned, awaited } of series.filter((one) => one !== energy))
    expect([planned, awaited]).toEqual([null, null])
})

test('decisions that no initiative came of are listed with their meeting', async () => {
  const { withoutInitiative } = await listed()
  expect(withoutInitiative).toHaveLength(30)
  expect(withoutInitiative[0]).toMatchObject({ initiative: null, meeting: { code: 'UZ-KR-MTG-33' } })
})

test('a year, and what comes after a meeting', async () => {
  const year = await listed({ year: '2024' })
  expect(year.held.every(({ held }) => held.on.startsWith('2024'))).toBe(true)
  expect([year.planned, year.series]).toEqual([[], []])
  const all = (await listed()).held.map(({ code }) => code)
  expect((await listed({ after: all[4] ?? '' })).held.map(({ code }) => code)).toEqual(all.slice(5))
})

test('a meeting has its numbered decisions with what they started', async () => {
  const asked = { partnership: 'UZ-KR', meeting: 'UZ-KR-MTG-22' }
  const meeting = await meetingPage.ask(programme().observer, asked, 'en')
  expect(meeting?.decisions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(meeting?.decisions[3]).toMatchObject({
    due: { on: '2025-12-31', precision: 'year' },
    dueInferred: true,
    state: 'past',
    directions: [{ code: 'MB' }],
    initiative: { code: 'UZ-KR-MB-01', standing: 'in_progress' },
  })
  expect(meeting?.decisions[5]?.initiative).toBeNull()
})
