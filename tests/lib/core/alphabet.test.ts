import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inAlphabetOf } from '#lib/core/alphabet.ts'
import { asViewer } from '#lib/access/wall.ts'
import { languages, type Language } from '#lib/format/language.ts'
import { milestoneBoard } from '#lib/milestones/board.ts'
import { organisationList } from '#lib/organisations/list.ts'
import { sourceList } from '#lib/sources/list.ts'
import { withProgramme } from '#tests/programme.ts'

const programme = withProgramme()

const sorted = (words: string[], language: Language) =>
  asViewer(programme().observer, async (tx) =>
    (
      await tx.$queryRaw<{ word: string }[]>`
        select word from unnest(${words}::text[]) word order by word ${inAlphabetOf(language)}`
    ).map(({ word }) => word),
  )

test.each<[Language, string]>([
  ['uz', 'Andijon Guliston Olmaliq Ovul Ozod Surxon Oʻzbekiston Gʻallaorol Shahrisabz Chirchiq'],
  ['ru', 'Егор Ежик Елена Ёлка Емеля Жук Япония'],
  ['ko', '가나 나주 다대 하나 Apple Zebra'],
  ['en', 'agency Bank Éclair extra Zoo'],
])('in %s they stand as a reader looks for them: %s', async (language, words) => {
  const inOrder = words.split(' ')
  expect(await sorted(inOrder.toReversed(), language)).toEqual(inOrder)
})

const word = fc.string({
  unit: fc.constantFrom(...'abgoOGSshcʻ’еёЕЁжя가나힣zZ1'),
  minLength: 1,
  maxLength: 6,
})
test.each(languages)('the database and the browser know the same alphabet of %s', async (language) => {
  const words = fc.sample(word, { seed: 7, numRuns: 500 })
  expect(await sorted(words, language)).toEqual(words.toSorted(byCodeWithin(language)))
})

/** Words that are alike to a reader, the database sorts by their bytes. */
const byCodeWithin = (language: Language) => {
  const { compare } = new Intl.Collator(language)
  return (a: string, b: string) => compare(a, b) || Buffer.compare(Buffer.from(a), Buffer.from(b))
}

const inOrder = (words: (string | undefined)[], language: Language) =>
  expect(words).toEqual(words.map((one) => one ?? '').toSorted(byCodeWithin(language)))

test.each(languages)(
  'organisations, publishers and the board’s bodies are in the order of %s',
  async (language) => {
    const asked = { partnership: 'UZ-KR' }
    const { observer } = programme()
    const list = await organisationList.ask(observer, asked, language)
    inOrder(list?.organisations.map(({ name }) => name.text) ?? [], language)
    const sources = await sourceList.ask(observer, asked, language)
    inOrder(sources?.publishers.map(({ publisher }) => publisher) ?? [], language)
    const board = await milestoneBoard.ask(observer, asked, language)
    for (const country of ['UZ', 'KR'])
      inOrder(
        board?.bodies.flatMap(({ side, name }) => (side === country ? [name.text] : [])) ?? [],
        language,
      )
  },
)

test.each(languages)('page by page no organisation is left out in %s', async (language) => {
  const asked = { partnership: 'UZ-KR' }
  const whole = await organisationList.ask(programme().observer, asked, language)
  const codes = whole?.organisations.map(({ code }) => code) ?? []
  const middle = codes[70] ?? ''
  const rest = await organisationList.ask(programme().observer, { ...asked, after: middle }, language)
  expect(rest?.organisations.map(({ code }) => code)).toEqual(codes.slice(71))
})
