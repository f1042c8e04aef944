import { beforeAll, expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { searchResults } from '#lib/search/results.ts'
import { asOwner, rows, signedIn } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

/** What more than five hundred records have is not read whole: what is found stays the best, and hangs on what is seen alone. */

const world = withWorld()
const size = 1500
let staff: Viewer
let koreanStaff: Viewer

/** `title`: of the n-th, in SQL. */
const milestones = (code: string, title: string, visibility: 'shared' | 'UZ', many = size) =>
  asOwner((tx) =>
    tx.query(
      `insert into milestones (id, audience_id, partnership_id, direction_id, initiative_id, code, title)
       select gen_random_uuid(), $1, partnership_id, direction_id, id, $2 || lpad(n::text, 4, '0'),
         jsonb_build_object('en', jsonb_build_object('text', ${title}, 'standing', 'authentic'))
       from initiatives, generate_series(1, $4::int) n where id = $3`,
      [world().audience[visibility], code, world().initiative, many],
    ),
  )

beforeAll(async () => {
  await milestones('UZ-KR-G-', `'Greenhouse of tomatoes ' || n`, 'shared')
  await milestones('UZ-KR-O-', `'Orchard of apricots ' || n`, 'shared')
  await milestones('UZ-KR-X-', `'Cold store of the orchard and its greenhouse'`, 'shared', 1)
  await milestones('UZ-KR-Y-', `'Greenhouse'`, 'shared', 1)
  await milestones('UZ-KR-Z-', `'Pumps for a greenhouse quokka'`, 'shared', 1)
  staff = await signedIn(world().tokens.staff)
  koreanStaff = await signedIn(world().tokens.koreanStaff)
}, 120_000)

const found = async (words: string, viewer = koreanStaff) => {
  const answer = await searchResults.ask(viewer, { words }, 'en')
  return answer?.results.map(({ code }) => code)
}
const first = (code: string) =>
  Array.from({ length: 49 }, (_, n) => `UZ-KR-${code}-${String(n + 1).padStart(4, '0')}`)

test('the whole line comes first, then lines that begin with the word, by code', async () => {
  expect(await found('greenhouse')).toEqual(['UZ-KR-Y-0001', ...first('G')])
})

test.each(['quokka greenhouse', 'greenhouse quokka', 'greenhouse quok', 'pumps greenhouse quokka'])(
  'a rare word leads past the common ones: %s',
  async (words) => {
    expect(await found(words)).toEqual(['UZ-KR-Z-0001'])
  },
)

test('two common words find the one record in which both stand', async () => {
  expect(await found('orchard greenhouse')).toEqual(['UZ-KR-X-0001'])
})

test('a typing error in a common word finds as many as are shown', async () => {
  expect(await found('greenhuose')).toHaveLength(50)
  expect((await found('orchrad apricots'))?.every((code) => code.startsWith('UZ-KR-O-'))).toBe(true)
})

test('a part of a code that many have finds the first of them', async () => {
  expect((await found('kr-o-'))?.slice(0, 49)).toEqual(first('O'))
})

test('what the other side keeps to itself changes nothing, however much it is and wherever it would stand', async () => {
  const asked = [
    'greenhouse',
    'orchard greenhouse',
    'quokka greenhouse',
    'greenhuose',
    'kr-o-',
    'KR-A',
    'UZ-KR',
    'wombat',
  ]
  const before = await Promise.all(asked.map((words) => found(words)))
  await milestones('UZ-KR-A-', `'Greenhouse'`, 'UZ')
  await milestones('UZ-KR-B-', `'Orchard greenhouse quokka wombats greenhuose'`, 'UZ')
  expect(await Promise.all(asked.map((words) => found(words)))).toEqual(before)
  expect(await found('greenhouse', staff)).toEqual(first('A').concat('UZ-KR-A-0050'))
}, 120_000)

test('a title that changes and what is archived leave no word behind', async () => {
  const kept = () =>
    rows(
      `select w.record_id from private.words_of_records w natural full join (
         select f.* from private.searchables s cross join lateral words_of(s) f) f
       where w is null or f is null
       union all
       select c.record_id from private.codes_of_records c natural full join (
         select f.* from private.searchables s cross join lateral codes_of(s) f) f
       where c is null or f is null`,
    )
  expect(await kept()).toEqual([])
  await asOwner(async (tx) => {
    await tx.query(`update milestones set archived_at = now() where code like 'UZ-KR-O-%7'`)
    await tx.query(
      `update milestones set title = jsonb_set(title, '{en,text}', '"Нефть и ўрик"') where code like 'UZ-KR-O-%8'`,
    )
  })
  expect(await kept()).toEqual([])
})

test.each(['greenhouse', 'quokka greenhouse', 'kr-g-', 'UZ-KR-', 'nobody has this'])(
  'of thousands with a word hundreds are read: %s',
  async (words) => {
    const pages = await asOwner(async (tx) => {
      await tx.query('select view_as($1, $1, $2, $2)', [
        koreanStaff.person,
        koreanStaff.audiences.map(({ id }) => id),
      ])
      const { rows: plan } = await tx.query(
        'explain (analyze, buffers, format json) select * from search($1, 51)',
        [words],
      )
      return plan[0]['QUERY PLAN'][0].Plan['Shared Hit Blocks']
    })
    expect(pages).toBeLessThan(1000)
  },
)
