import { expect, test } from 'vitest'
import { agreementPage } from '#lib/agreements/agreement.ts'
import { agreementList } from '#lib/agreements/list.ts'
import { withProgramme } from '#tests/programme.ts'

const programme = withProgramme()

const listed = async (address: Record<string, string> = {}) => {
  const found = await agreementList.ask(programme().observer, { partnership: 'UZ-KR', ...address }, 'en')
  if (!found) throw new Error('there is no such partnership')
  return found
}

test('every agreement once, the latest first, those without a date last', async () => {
  const { agreements, total, own, next } = await listed()
  expect([agreements.length, total, own, next]).toEqual([90, 90, 0, null])
  const days = agreements.map(({ signed }) => signed?.on ?? '')
  expect(days).toEqual(days.toSorted().toReversed())
  expect(days.slice(-2)).toEqual(['', ''])
})

test('each filter offers what there is under the others, and no dead end', async () => {
  const { directions, kinds, years } = await listed({ direction: 'SC' })
  expect(directions).toHaveLength(8)
  for (const { kind, size } of kinds) expect((await listed({ direction: 'SC', kind })).total).toBe(size)
  for (const { year, size } of years) expect((await listed({ direction: 'SC', year })).total).toBe(size)
  expect((await listed({ year: 'undated' })).agreements.map(({ code }) => code)).toEqual([
    'UZ-KR-AGR-79',
    'UZ-KR-AGR-70',
  ])
})

test('a filter that makes no sense is none', async () => {
  expect((await listed({ year: 'soon', kind: 'MoU; drop table', direction: 'nowhere' })).total).toBe(90)
})

test('a page begins after the agreement that the address names', async () => {
  const all = (await listed()).agreements.map(({ code }) => code)
  const rest = await listed({ after: all[9] ?? '' })
  expect(rest.agreements.map(({ code }) => code)).toEqual(all.slice(10))
  expect(rest.isContinued).toBe(true)
})

test('an agreement shows what descends from it, where sources disagree, and what was not stated', async () => {
  const ask = (agreement: string) =>
    agreementPage.ask(programme().observer, { partnership: 'UZ-KR', agreement }, 'uz')
  expect(await ask('UZ-KR-AGR-20')).toMatchObject({
    title: { language: 'uz', standing: 'translation', official: false },
    signed: { on: '2021-12-17', precision: 'day' },
    inForceOn: null,
    renews: null,
    initiatives: [],
    contradictions: [{ versions: [{ counts: false }, { counts: true }] }],
    audience: { kind: 'shared' },
  })
  expect((await ask('UZ-KR-AGR-42'))?.initiatives.map(({ code }) => code)).toContain('UZ-KR-CM-02')
  expect(await ask('UZ-KR-AGR-99')).toBeUndefined()
})

test('an agreement is not there in another partnership, nor the partnership that there is not', async () => {
  const elsewhere = { partnership: 'UZ-JP', agreement: 'UZ-KR-AGR-20' }
  expect(await agreementPage.ask(programme().observer, elsewhere, 'en')).toBeUndefined()
  expect(await agreementList.ask(programme().observer, { partnership: 'UZ-JP' }, 'en')).toBeUndefined()
})
