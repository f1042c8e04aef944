import { expect, test } from 'vitest'
import { publicViewer } from '#lib/access/wall.ts'
import { agreementList } from '#lib/agreements/list.ts'
import { contradictionsPage } from '#lib/facts/contradictions.ts'
import { meetingList } from '#lib/meetings/list.ts'
import { partnershipList } from '#lib/partnerships/list.ts'
import { sourceList } from '#lib/sources/list.ts'
import { tradePage } from '#lib/trade-figures/trade.ts'
import { withProgramme } from '#tests/programme.ts'

const programme = withProgramme()

test.each(['en', 'uz', 'ru', 'ko'] as const)(
  'the public reads the title, the period and the directions in their order, in %s',
  async (language) => {
    const [partnership, ...others] = (await partnershipList.ask(await publicViewer(), {}, language)) ?? []
    expect(others).toEqual([])
    expect(partnership).toMatchObject({
      code: 'UZ-KR',
      title: { language },
      starts: { on: '2024-06-14' },
      ends: { on: '2027-06-14' },
      endsInferred: true,
      sides: ['UZ', 'KR'],
    })
    expect(partnership?.directions.map(({ code, isAnchor }) => isAnchor && code)).toEqual([
      'CM',
      'SC',
      'CH',
      'MB',
      'AG',
      'IU',
      'EN',
      false,
    ])
    expect(partnership?.directions.every(({ summary }) => summary?.language === language)).toBe(true)
  },
)

test('and nothing else: what is shared does not show in a count', async () => {
  const anybody = await publicViewer()
  const asked = { partnership: 'UZ-KR' }
  expect(await agreementList.ask(anybody, asked, 'en')).toMatchObject({ agreements: [], total: 0, kinds: [] })
  expect(await meetingList.ask(anybody, asked, 'en')).toMatchObject({
    planned: [],
    held: [],
    series: [],
    size: { meetings: 0, decisions: 0 },
  })
  expect(await sourceList.ask(anybody, asked, 'en')).toMatchObject({ sources: [], total: 0, publishers: [] })
  expect(await tradePage.ask(anybody, asked, 'en')).toMatchObject({ figures: [], contradictions: [] })
  expect(await contradictionsPage.ask(anybody, asked, 'en')).toMatchObject({
    contradictions: [],
    openPoints: [],
  })
})

test('who has signed in reads the same list', async () => {
  expect(await partnershipList.ask(programme().staff, {}, 'en')).toEqual(
    await partnershipList.ask(await publicViewer(), {}, 'en'),
  )
})
