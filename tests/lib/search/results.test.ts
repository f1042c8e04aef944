import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '#lib/rules/fold.ts'
import { searchResults } from '#lib/search/results.ts'
import { asOwner, rows } from '#tests/builders.ts'
import { withProgramme } from '#tests/programme.ts'

const programme = withProgramme()

const found = async (words: string, viewer = programme().observer) => {
  const answer = await searchResults.ask(viewer, { words }, 'en')
  if (!answer) throw new Error('everybody may search')
  return answer.results
}
const codes = async (words: string) => (await found(words)).map(({ code }) => code)

test.each([
  ['a code', 'UZ-KR-SC-01-04', 'UZ-KR-SC-01-04'],
  ['a code in small letters, as the board shows it', 'sc-01-04', 'UZ-KR-SC-01-04'],
  ['the code of a direction', 'SC', 'SC'],
  ['a word in English', 'semiconductors', 'SC'],
  ['a word in Russian, half typed', 'полупровод', 'SC'],
  ['a word in Uzbek', 'yarimotkazgich', 'SC'],
  ['a word in Korean', '반도체', 'SC'],
  ['Hangul half typed', '반도ㅊ', 'SC'],
  ['two syllables', '화학', 'CH'],
  ['a typing error', 'semiconducter', 'SC'],
  ['an acronym', 'KRICT', 'KR-KRICT'],
])('finds first by %s: %s', async (_, words, code) => {
  expect((await codes(words))[0]).toBe(code)
})

test('each spelling of oʻ finds the same, Uzbek in Cyrillic too', async () => {
  const spellings = ["O'zbekiston", 'Oʻzbekiston', 'O‘zbekiston', 'ozbekiston', 'OʼZBEKISTON', 'Ўзбекистон']
  const all = await Promise.all(spellings.map(codes))
  expect(all[0]?.length).toBeGreaterThan(5)
  expect(all).toEqual(spellings.map(() => all[0]))
})

test('ё and е are one letter', async () => {
  expect(await codes('Госкомгеологии')).toEqual(await codes('госкомгёологии'))
})

test('all words have to be there, wherever they stand', async () => {
  const both = await found('toll road')
  expect(both.length).toBeGreaterThan(0)
  const text = (of: (typeof both)[number]['title']) => (typeof of === 'string' ? of : of.text).toLowerCase()
  for (const { title } of both) expect(text(title)).toMatch(/toll.*road|road.*toll/s)
})

test.each(['', ' ', 'x', '%', '_', '%_%', '\\', "'", '(', '[[', '*', '\u0000', '\n', 'a'.repeat(201), '𝔘'])(
  '%j finds nothing and breaks nothing',
  async (words) => {
    expect(await found(words)).toEqual([])
  },
)

test('whatever is typed gets an answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async (words) => {
      expect((await found(words)).length).toBeLessThanOrEqual(50)
    }),
    { numRuns: 60 },
  )
})

test('the browser folds as the database does', async () => {
  const texts = fc.sample(fc.string({ unit: fc.constantFrom(..."aÀёЁўғʻʼ‘’‛′´`'반협ㅊЖя½ﬁ-1") }), 100)
  const inDatabase = await rows<{ folded: string }>(
    'select fold(t) as folded from unnest($1::text[]) with ordinality u (t, n) order by n',
    texts,
  )
  expect(texts.map(fold)).toEqual(inDatabase.map(({ folded }) => folded))
})

test('a side’s own record is found by its side alone, and changes nothing about what others find', async () => {
  const before = await found('greenhouse', programme().koreanStaff)
  const [shared] = await rows<{ id: string; audience: string }>(
    `select m.id, a.id as audience from milestones m join audiences a on a.partnership_id = m.partnership_id
     and a.kind = 'side' join countries c on c.id = a.country_id and c.code = 'UZ' where m.code = 'UZ-KR-AG-03-01'`,
  )
  await asOwner(async (tx) => {
    await tx.query(
      `insert into milestones (id, audience_id, partnership_id, direction_id, initiative_id, code, title)
       select gen_random_uuid(), $2, partnership_id, direction_id, initiative_id, 'UZ-KR-AG-03-U-K7QX',
         '{"en": {"text": "Greenhouse negotiating position xyzzy", "standing": "authentic"}}' from milestones where id = $1`,
      [shared?.id, shared?.audience],
    )
  })
  expect((await found('xyzzy', programme().staff)).map(({ code }) => code)).toEqual(['UZ-KR-AG-03-U-K7QX'])
  for (const words of ['xyzzy', 'UZ-KR-AG-03-U-K7QX', 'U-K7QX', 'xyzz greenhous negotiatng'])
    expect(await found(words, programme().koreanStaff)).not.toContainEqual(
      expect.objectContaining({ code: 'UZ-KR-AG-03-U-K7QX' }),
    )
  expect(await found('greenhouse', programme().koreanStaff)).toEqual(before)
})

test('a new title is found at once, the old one no more; what is archived is not found', async () => {
  const rename = (title: string) =>
    asOwner((tx) =>
      tx.query(`update meetings set title = $1 where code = 'UZ-KR-MTG-17'`, [
        JSON.stringify({ en: { text: title, standing: 'authentic' } }),
      ]),
    )
  await rename('Quokka round table')
  expect(await codes('quokka')).toEqual(['UZ-KR-MTG-17'])
  await rename('Wombat round table')
  expect(await codes('quokka')).toEqual([])
  await asOwner((tx) => tx.query(`update meetings set archived_at = now() where code = 'UZ-KR-MTG-17'`))
  expect(await codes('wombat')).toEqual([])
})
