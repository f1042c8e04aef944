import { expect, test } from 'vitest'
import { compareChange } from '#lib/rules/figures.ts'
import { tradePage } from '#lib/trade-figures/trade.ts'
import { asOwner, insert, rows } from '#tests/builders.ts'
import { withProgramme } from '#tests/programme.ts'

const programme = withProgramme()

const figures = async () => {
  const found = await tradePage.ask(programme().observer, { partnership: 'UZ-KR' }, 'en')
  if (!found) throw new Error('there is no such partnership')
  return found.figures
}
const figure = async (code: string) => (await figures()).find((one) => one.code === code)

test('all figures, the latest period first; a value that was not given is none', async () => {
  const all = await figures()
  expect(all).toHaveLength(42)
  const ends = all.map(({ endsOn }) => endsOn)
  expect(ends).toEqual(ends.toSorted().toReversed())
  expect(all.find(({ code }) => code === 'UZ-KR-TRD-38')).toMatchObject({ value: null, currency: null })
})

test('January to April 2024: −13.3 % as reported, −13.35 % from the same reporter’s own figures', async () => {
  const found = await figure('UZ-KR-TRD-30')
  expect(found).toMatchObject({ value: '695000000', change: '-13.3', earlier: { value: '802100000' } })
  expect(compareChange(found?.change ?? '', found?.earlier?.value ?? '', found?.value ?? '')).toEqual({
    reported: '-13.3',
    computed: '-13.35',
    agrees: false,
  })
})

test('every change that both was reported and can be computed agrees, but this one', async () => {
  const differing = (await figures()).filter(
    ({ change, earlier, value }) =>
      change !== null && earlier && value !== null && !compareChange(change, earlier.value, value).agrees,
  )
  expect(differing.map(({ code }) => code)).toEqual(['UZ-KR-TRD-30'])
})

test('compared is only the same reporter, the same flow, the same countries', async () => {
  expect(await figure('UZ-KR-TRD-11')).toMatchObject({ reporter: 'KR-MOTIE', change: '-27', earlier: null })
  expect(await figure('UZ-KR-TRD-26')).toMatchObject({ reporter: 'UZ presidency', earlier: null })
  expect(await figure('UZ-KR-TRD-33')).toMatchObject({ flow: 'export', earlier: { code: 'UZ-KR-TRD-22' } })
})

test('the period to the end of February is compared across a leap year', async () => {
  const [shared] = await rows<{ audience_id: string; partnership_id: string }>(
    `select audience_id, partnership_id from trade_figures where code = 'UZ-KR-TRD-30'`,
  )
  await asOwner((tx) =>
    insert(tx, 'trade_figures', {
      ...shared,
      code: 'UZ-KR-TRD-90',
      starts_on: '2023-01-01',
      ends_on: '2023-02-28',
      label: 'Jan-Feb 2023',
      flow: 'turnover',
      value: '400000000',
      currency: 'USD',
      reporter: 'UZ-STAT',
    }),
  )
  expect(await figure('UZ-KR-TRD-29')).toMatchObject({
    endsOn: '2024-02-29',
    earlier: { code: 'UZ-KR-TRD-90' },
  })
})

test('mirror statistics stand beside, and which one counts', async () => {
  const found = await tradePage.ask(programme().observer, { partnership: 'UZ-KR' }, 'en')
  expect(found?.contradictions).toMatchObject([
    { position: 1, versions: [{ counts: true }, { counts: false }, { counts: false }] },
    { position: 2, about: { kind: 'trade-figure', code: 'UZ-KR-TRD-10', period: { from: '2020-01-01' } } },
  ])
  expect((await figure('UZ-KR-TRD-10'))?.contradictions).toEqual([2])
})
