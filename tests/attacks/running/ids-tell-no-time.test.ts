import { beforeAll, expect, inject, test } from 'vitest'
import { Asker } from '#tests/asking.ts'

/** What a side begins alone is, once released, as if new: so the id that a form chooses for it must not tell when it was made. */

const staff = new Asker(inject('siteAddress'))
beforeAll(async () => {
  await staff.signIn('staff.uz')
})

type Board = { rows: { columns: { status: string; cards: { code: string }[] }[] }[] }

/** Some milestone of each status that there is. */
async function milestones(): Promise<Map<string, string>> {
  const board: Board = await (await staff.ask('/api/v1/partnerships/UZ-KR/board')).json()
  const columns = board.rows.flatMap((row) => row.columns)
  return new Map(columns.flatMap(({ status, cards: [card] }) => (card ? [[status, card.code]] : [])))
}

/** The ids in the forms of a page, by what a form creates. */
async function idsOn(address: string): Promise<[noun: string, id: string][]> {
  const page = await (await staff.ask(address, { headers: { accept: 'text/html' } })).text()
  const forms = page.matchAll(/<form[^>]*action="\/api\/v1\/[^"]*?([a-z-]+)"[^>]*>.*?<\/form>/gs)
  return Array.from(forms).flatMap(([form, noun = '']) => {
    const id = /<input(?=[^>]*name="id")[^>]*value="([^"]+)"/.exec(form)?.[1]
    return id === undefined ? [] : [[noun, id]]
  })
}

test('forms choose ids without a time for what may cross over', async () => {
  const of = await milestones()
  const found = []
  for (const address of [
    '/UZ-KR/initiatives/new',
    '/UZ-KR/initiatives/UZ-KR-SC-01/milestones/new',
    `/UZ-KR/milestones/${of.get('planned')}?act=change-due-date`,
    `/UZ-KR/milestones/${of.get('planned')}?act=cancel`,
    `/UZ-KR/milestones/${of.get('completed')}?act=dispute`,
  ])
    found.push(...(await idsOn(address)))
  const crossing = ['initiatives', 'milestones', 'due-date-changes', 'cancellations', 'disputes']
  const ids = found.filter(([noun]) => crossing.includes(noun))
  expect(ids.map(([noun]) => noun).toSorted()).toEqual(crossing.toSorted())
  for (const [noun, id] of ids) expect(id, noun).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
})
