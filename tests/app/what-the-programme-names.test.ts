import { readFile } from 'node:fs/promises'
import { beforeAll, expect, inject, test } from 'vitest'
import { type Language, languages } from '#lib/format/language.ts'
import { Asker } from '#tests/asking.ts'

/** What the meeting of June 2024 named, line by line as the product's last table has it: each can be opened, by whoever
 *  may read and nothing else. */

const observer = new Asker(inject('siteAddress'))

beforeAll(() => observer.signIn('observer.kr'))

/** The words of a page, as a reader has them: one space between two. */
async function opened(path: string): Promise<string> {
  const answer = await observer.ask(`/UZ-KR/${path}`)
  expect(answer.status, path).toBe(200)
  return wordsOf(await answer.text())
}

function wordsOf(html: string): string {
  return html
    .replaceAll(/<(script|style|template)\b[\s\S]*?<\/\1>|<!--.*?-->/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
}

async function messagesIn(
  language: Language,
): Promise<{ partnerships: { public: Record<'what' | 'shows', string> } }> {
  return JSON.parse(await readFile(new URL(`../../messages/${language}.json`, import.meta.url), 'utf8'))
}

async function seeded<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(`../../prisma/seed/${name}.json`, import.meta.url), 'utf8'))
}

type Direction = { code: string; anchor?: boolean; title: Record<Language, string> }
type Initiative = { code: string; direction: string; title: Record<Language, string> }

test.each(languages)(
  'before anybody signs in: what Langar is, and the programme’s directions, in %s',
  async (language) => {
    const nobody = new Asker(inject('siteAddress'))
    nobody.cookies.set('langar-language', language)
    const first = wordsOf(await (await nobody.ask('/')).text())
    const { what, shows } = (await messagesIn(language)).partnerships.public
    expect(first).toContain(`${what} ${shows}`)
    const { title } = await seeded<{ title: Record<Language, string> }>('partnership')
    expect(first).toContain(title[language])
    const anchors = (await seeded<Direction[]>('directions')).filter(({ anchor }) => anchor)
    const list = first.slice(first.lastIndexOf(title[language]))
    const places = anchors.map((direction) => list.indexOf(direction.title[language]))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  },
)

test('the strategic programme with its title, its period and what it rests on', async () => {
  const overview = await opened('overview')
  expect(overview).toContain('New time of high-tech and innovative cooperation · 14 Jun 2024 – 14 Jun 2027')
  expect(overview).toContain('Joint statement on deepening and expanding it; seven anchor directions')
  expect(overview).toContain('The programme’s title and period.')
})

test('seven anchor directions in their order and one set apart, each with every initiative below', async () => {
  const [directions, initiatives] = [
    await seeded<Direction[]>('directions'),
    await seeded<Initiative[]>('initiatives'),
  ]
  const overview = await opened('overview')
  const places = directions.map(({ title }) => overview.indexOf(` ${title.en} `))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(directions.map(({ anchor = false }) => anchor)).toEqual([
    ...Array.from({ length: 7 }, () => true),
    false,
  ])
  expect(overview.indexOf('Outside the anchor directions')).toBeGreaterThan(places[6] ?? Infinity)
  for (const { code } of directions) {
    const direction = await opened(`directions/${code}`)
    const below = initiatives.filter((initiative) => initiative.direction === code)
    expect(below.length).toBeGreaterThan(5)
    for (const { title } of below) expect(direction).toContain(title.en)
  }
})

test('critical minerals: which links of the value chain are covered', async () => {
  const direction = await opened('directions/CM')
  expect(direction).toContain('5 of 6 links covered')
  expect(direction).toMatch(
    /exploration .* mining .* concentration .* refining .* materials .* finished goods/,
  )
  expect(direction).toContain('Links of the chain are inferred from the descriptions.')
})

test.each([
  ['semiconductors: the cluster, with milestones', 'SC-01', 'Research-and-production semiconductor cluster'],
  [
    'chemicals: hydrogen and ammonia',
    'CH-02',
    'Green hydrogen and ammonia projects with Korean participation',
  ],
  ['chemicals: rubber', 'CH-03', 'Finished rubber products'],
])('%s', async (_, code, title) => {
  const initiative = await opened(`initiatives/UZ-KR-${code}`)
  expect(initiative).toContain(title)
  expect(initiative).toContain(`${code}-01`)
})

test('machine building: more than 60,000 sedans a year in 2025, beside what was made', async () => {
  const initiative = await opened('initiatives/UZ-KR-MB-01')
  expect(initiative).toMatch(/Sedans made at full scale per year vehicles a year/)
  expect(initiative).toMatch(/Target more than 60,000 2025/)
  expect(initiative).toMatch(/Measured more than 26,300 2025/)
})

test('smart agriculture: greenhouses and gardens in their regions, on a map', async () => {
  const regions = await opened('regions?direction=AG')
  expect(regions).toMatch(/Uzbekistan \d+ regions .* Outlines of the regions/)
  expect(regions).toMatch(/Khorezm \d+ initiatives? .*AG-05 Greenhouse complexes in Khorezm/)
  expect(regions).toContain('Greenhouse farms and garden complexes on renewable energy in the regions')
})

test('infrastructure: who finances what, as a public–private partnership', async () => {
  const initiative = await opened('initiatives/UZ-KR-IU-03')
  expect(initiative).toMatch(
    /\$140\.9 million Urgench airport commitment public–private partnership .* 16 Oct 2025 Incheon International Airport Corporation \(IIAC\) → to Uzbekistan Airports JSC/,
  )
  expect(await opened('initiatives/UZ-KR-IU-11')).toContain(
    'PPP housing and commercial property by Korean banks and companies',
  )
})

test('energy: the ministers’ dialogue that was to meet soon has no date, and since when it is waited for is said', async () => {
  expect(await opened('overview')).toMatch(
    /Energy dialogue next: no date known · called for on 14 Jun 2024, not held since/,
  )
  const meetings = await opened('meetings')
  expect(meetings).toMatch(/Last held 7 Mar 2023/)
  expect(meetings).toMatch(
    /not held since, for \d+ days Ministerial round in Uzbekistan “in the near future”/,
  )
})

test('trade from January to April 2024: reported beside computed', async () => {
  for (const page of ['overview', 'trade'])
    expect(await opened(page)).toMatch(/\$695 million −13\.3 % (as )?reported (differs )?−13\.35 % computed/)
})

test('what the data does not know: each caveat, in the reader’s language', async () => {
  const caveats = await seeded<{ text: Record<Language, string> }[]>('caveats')
  expect(caveats).toHaveLength(11)
  for (const language of languages) {
    observer.cookies.set('langar-language', language)
    const overview = await opened('overview')
    for (const { text } of caveats) expect(overview).toContain(text[language].replaceAll(/\s+/g, ' '))
  }
})
