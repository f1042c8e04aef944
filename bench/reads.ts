import type pg from 'pg'
import { cookie } from './installation.ts'
import { send, type Sent, type Source } from './load.ts'
import { type People, postOf, type Work } from './works.ts'

type Places = {
  partnership: string
  body: string
  country: string
  initiative: string
  words: string
  folded: string
}

async function placesIn(owner: pg.Pool): Promise<Places> {
  const { rows } = await owner.query<Places>(`
    select p.id as partnership, o.id as body, o.country_id as country, i.code as initiative, named.words,
      fold(named.words) as folded
    from partnerships p join organisations o on o.code = 'UZ-BODY-24'
    cross join lateral (
      select code from initiatives i where i.partnership_id = p.id and i.code > 'UZ-KR-EN' and exists (
        select from audiences a where a.id = i.audience_id and a.kind = 'shared')
        and not exists (select from milestones m join organisations w on w.id = m.organisation_id
          where m.initiative_id = i.id and w.code = 'UZ-BODY-23')
      order by i.code limit 1) i
    cross join lateral (
      -- The initiative and its ten milestones, at every size.
      select x.title -> 'ru' ->> 'text' as words from initiatives x where x.partnership_id = p.id and x.code >= i.code
        and x.audience_id in (select a.id from audiences a where a.kind = 'shared')
        and (select count(*) from private.searchables s
          where s.lines like '%' || fold(x.title -> 'ru' ->> 'text') || '%') = 11
      order by x.code limit 1) named
    where p.code = 'UZ-KR'`)
  const [places] = rows
  if (!places) throw new Error('the data has no initiative to open')
  return places
}

/** What is read, in the largest partnership. */
export async function reads(owner: pg.Pool, people: People, address: string): Promise<Work[]> {
  const { partnership, body, country, initiative, words, folded } = await placesIn(owner)
  const as = (token: string, path: string, more: Record<string, string> = {}): Source => {
    const sent: Sent = { path, headers: { ...cookie(token), ...more } }
    return () => sent
  }
  const floor = (token: string, name: string, asked: Record<string, string> = {}): Source =>
    as(token, `/${name}/${partnership}?${new URLSearchParams(asked)}`)
  const asBrowsersDo = { 'accept-encoding': 'gzip, br' }
  const kept = (token: string, path: string) => as(token, path, asBrowsersDo)
  const { staff, official } = people
  const board = '/api/v1/partnerships/UZ-KR/board'
  const works: Work[] = [
    {
      name: 'board, data',
      langar: kept(staff, board),
      floor: floor(staff, 'board'),
      reach: { times: 1.5, moreThanFloor: true },
      shows: cards,
    },
    {
      name: 'board, not changed',
      langar: notChanged(address, staff, board),
      floor: floor(staff, 'board'),
      reach: { moreThanFloor: true },
    },
    {
      name: 'board, page',
      reach: { perSecond: 400 },
      langar: as(staff, '/UZ-KR/board', { accept: 'text/html', ...asBrowsersDo }),
    },
    {
      name: 'board, one direction, overdue',
      langar: kept(staff, `${board}?direction=CM&due=overdue`),
      floor: floor(staff, 'filtered', { direction: 'CM' }),
      reach: { times: 2 },
      shows: cards,
    },
    {
      // The same few dozen milestones at every size.
      name: 'board, one body, overdue',
      langar: kept(staff, `${board}?body=UZ-BODY-24&due=overdue`),
    },
    {
      name: 'board, a row each body',
      langar: kept(staff, `${board}?rows=organisation`),
    },
    {
      name: 'overview',
      langar: kept(staff, '/api/v1/partnerships/UZ-KR/overview'),
      floor: floor(staff, 'overview'),
    },
    {
      name: 'initiative with history',
      langar: kept(staff, `/api/v1/initiatives/${initiative}`),
      floor: floor(staff, 'initiative', { code: initiative }),
      reach: { times: 2 },
      shows: codesIn('milestones'),
    },
    {
      name: 'my work',
      langar: kept(official, '/api/v1/my-work'),
      floor: floor(official, 'my-work', { body }),
      reach: { times: 2 },
      shows: codesIn('owed'),
    },
    {
      name: 'review queue',
      langar: kept(staff, '/api/v1/partnerships/UZ-KR/review'),
      floor: floor(staff, 'review', { country }),
      shows: codesIn('keys'),
    },
    {
      name: 'search',
      langar: kept(staff, `/api/v1/search?${new URLSearchParams({ words })}`),
      floor: floor(staff, 'search', { words: `%${folded}%` }),
      reach: { times: 2 },
      shows: codesIn('results'),
    },
  ]
  const change = await changesIn(owner, partnership)
  const answered = works.filter(({ name }) => name !== 'board, not changed')
  return [...works, ...answered.map((work) => afterChange(change, work))]
}

/** Names the ETag of the answer that there is: with a quarter of an hour its key ends (keyFor), and with it the ETag. */
function notChanged(address: string, token: string, path: string): Source {
  let quarter: number | undefined
  let etag: Promise<string | undefined>
  return async () => {
    const now = Math.floor(Date.now() / 900_000)
    if (quarter !== now) etag = send(address, { path, headers: cookie(token) }).then((answer) => answer.etag)
    quarter = now
    return { path, headers: { ...cookie(token), 'if-none-match': (await etag) ?? '' } }
  }
}

/** Changes milestones of a partnership in turn, each of which staff and officials of both sides see. */
async function changesIn(owner: pg.Pool, partnership: string): Promise<() => Promise<unknown>> {
  const post = await postOf(owner, 'admin')
  const { rows } = await owner.query<{ id: string }>(
    `select m.id from milestones m join audiences a on a.id = m.audience_id
    where m.partnership_id = $1 and a.kind = 'shared' order by m.code limit 500`,
    [partnership],
  )
  let n = 0
  return () =>
    owner.query(`begin;
      select view_as(nobody, nobody, array[common()], array[common()])
      from (values ('00000000-0000-0000-0000-000000000000'::uuid)) v (nobody);
      update milestones set version = gen_random_uuid() where id = '${rows[n++ % rows.length]?.id}';
      select act_as('${post}'), seal('milestones.change');
      commit`)
}

/** The same when something that the asking person sees has changed since the last answer, so that none can be given again. The
 *  floor, too, is asked after a change, for it finds a machine that has done something else meanwhile; at sixteen connections
 *  the changes themselves take their share. */
function afterChange(change: () => Promise<unknown>, { name, langar, floor, reach, ...work }: Work): Work {
  const after =
    (source: Source): Source =>
    async () => {
      await change()
      return source()
    }
  const plainly: Source = async () => {
    const sent = await langar()
    return sent && asFloorsAre(sent)
  }
  return {
    ...work,
    name: `${name}, changed`,
    langar: after(plainly),
    ...(floor && { floor: after(floor) }),
    ...(reach?.times && { reach: { times: reach.times } }),
  }
}

/** Data that is made anew goes out as the floor's does: to be compared is the making, not the compressing. */
function asFloorsAre(sent: Sent): Sent {
  if (!sent.path.startsWith('/api/')) return sent
  const headers = { ...sent.headers }
  delete headers['accept-encoding']
  return { ...sent, headers }
}

/** Langar has them in columns. */
function cards(answer: string): string[] {
  return [...new Set(answer.match(/"code" ?: ?"[A-Z]{2}-[A-Z]{2}-[A-Z]{2}-\d{5}-\d{2}"/g))].map((found) =>
    found.replaceAll(' ', ''),
  )
}

const codesIn = (list: string) => (answer: string) => {
  const rows: { code: string }[] = JSON.parse(answer)[list]
  return rows.map(({ code }) => code)
}
