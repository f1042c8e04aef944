import { expect, test } from 'vitest'
import { sourceList } from '#lib/sources/list.ts'
import { sourcePage } from '#lib/sources/source.ts'
import { rows } from '#tests/builders.ts'
import { withProgramme } from '#tests/programme.ts'

const programme = withProgramme()

const listed = async (address: Record<string, string> = {}) => {
  const found = await sourceList.ask(programme().observer, { partnership: 'UZ-KR', ...address }, 'en')
  if (!found) throw new Error('there is no such partnership')
  return found
}

test('page by page every source comes once, the latest first, those without a date last', async () => {
  const seen = []
  for (let after: string | null = ''; after !== null;) {
    const page = await listed(after === '' ? {} : { after })
    expect(page.sources.length).toBeLessThanOrEqual(50)
    seen.push(...page.sources)
    after = page.next
  }
  expect(new Set(seen.map(({ code }) => code)).size).toBe(302)
  const days = seen.map(({ published }) => published?.on ?? '')
  expect(days).toEqual(days.toSorted().toReversed())
})

test('filters narrow the list and each other', async () => {
  const { total, years } = await listed({ publisher: 'Yonhap' })
  expect(total).toBe(7)
  expect(years.reduce((sum, { size }) => sum + size, 0)).toBe(7)
  expect((await listed({ year: 'undated' })).total).toBe(22)
  expect((await listed({ publisher: 'nobody' })).sources).toEqual([])
})

test('what rests on every fourth source is each of its citations, with the page where it is shown', async () => {
  const all = await rows<{ code: string }>('select code from sources order by code')
  const codes = all.map(({ code }) => code).filter((_, at) => at % 4 === 0)
  let resting = 0
  for (const source of codes) {
    const page = await sourcePage.ask(programme().observer, { partnership: 'UZ-KR', source }, 'en')
    resting += page?.resting.length ?? 0
    for (const { page: where, code, title, period } of page?.resting ?? []) {
      expect(title ?? period).not.toBeNull()
      if (!['overview', 'trade', 'meetings', 'contradictions'].includes(where)) expect(code).not.toBeNull()
    }
  }
  const [citations] = await rows<{ size: number }>(
    `select count(*)::int as size from citations c join sources s on s.id = c.source_id where s.code = any($1)`,
    codes,
  )
  expect(resting).toBe(citations?.size)
})

test('the report that the programme was set up from has no address, and says so', async () => {
  const source = await sourcePage.ask(
    programme().observer,
    { partnership: 'UZ-KR', source: 'UZ-KR-SRC-208' },
    'en',
  )
  expect(source).toMatchObject({ url: null, publisher: 'Trend News Agency' })
  expect(source?.note).toContain('its web address is not known')
  expect(source?.resting[0]).toMatchObject({ kind: 'partnership', page: 'overview' })
})
