import { randomUUID } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type pg from 'pg'
import { ownTables } from './floor-statements.ts'
import { cookie, openSession } from './installation.ts'
import { send, type Sent, type Source } from './load.ts'

/** A piece of work, as Langar and as the floor are asked for it. */
export type Work = {
  name: string
  langar: Source
  /** None where the floor has nothing like it. */
  floor?: Source
  reach?: Reach
  /** Before it is measured anew: what it used up is there again. */
  setBack?: () => Promise<void>
  /** Codes that an answer shows, in no order: Langar's and the floor's have to be the same. */
  shows?: (answer: string) => string[]
}

/** What was set for it: at most so many times the floor's p50; at sixteen connections more requests a second than the floor, or
 *  so many. */
export type Reach = { times?: number; moreThanFloor?: true; perSecond?: number }

export type People = Awaited<ReturnType<typeof signIn>>

/** People of the largest partnership, each with a session as signing in opens it. */
export async function signIn(owner: pg.Pool) {
  const of = (who: string, side: string) => openSession(owner, `${who}.uz-kr.${side}@example.org`)
  return {
    staff: await of('staff', 'uz'),
    koreanStaff: await of('staff', 'kr'),
    official: await of('official', 'uz'),
    writer: await of('writer', 'uz'),
    observer: await of('observer', 'uz'),
    insideObserver: await of('inside-observer', 'uz'),
    sideAdmin: await of('side-admin', 'uz'),
    admin: await of('admin', 'uz'),
  }
}

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
  const { etag = '' } = await send(address, { path: board, headers: cookie(staff) })
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
      langar: as(staff, board, { 'if-none-match': etag }),
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

/** The milestones that wait for what the bench writes are as they were made: on their way, without a key. And the floor has
 *  its own. */
export async function prepareWrites(owner: pg.Pool): Promise<void> {
  await setBackTo(owner, 50)
  await owner.query(ownTables)
}

const setBackTo = (owner: pg.Pool, percent: number) =>
  owner.query(`begin;
    select view_as(nobody, nobody, array[common()], array[common()])
    from (values ('00000000-0000-0000-0000-000000000000'::uuid)) v (nobody);
    update confirmations c set replaced_at = now() from milestones m join organisations o on o.id = m.organisation_id
    where m.id = c.milestone_id and o.code = 'UZ-BODY-23' and c.replaced_at is null;
    update milestones m set status = 'in_progress', percent = ${percent}, version = gen_random_uuid() from organisations o
    where o.id = m.organisation_id and o.code = 'UZ-BODY-23' and (m.status, m.percent) <> ('in_progress', ${percent});
    select seal('import');
    commit`)

const photo = Buffer.from(`What was seen on the day of the visit.\n${'It stands. '.repeat(2000)}`)

/** What is written, in the order of the story: each request has a record of its own, which the work before has made. */
export function writes(owner: pg.Pool, people: People): (() => Promise<Work>)[] {
  const json = (token: string) => ({ ...cookie(token), 'content-type': 'application/json' })
  const logProgress = async (): Promise<Work> => {
    const { codes, ofFloor } = await waiting(owner)
    const post = await postOf(owner, 'writer')
    return {
      name: 'log progress',
      reach: { times: 4 },
      langar: inTurn(codes, true, (code) =>
        report(`/api/v1/milestones/${code}/progress-reports`, newId(), people.writer),
      ),
      floor: inTurn(ofFloor, true, (code) =>
        report(`/log/UZ-KR?${new URLSearchParams({ code, post })}`, newId(), people.writer),
      ),
    }
  }
  const accept = async (): Promise<Work> => {
    const post = await postOf(owner, 'staff')
    const { rows } = await owner.query<{ id: string }>(`
      select r.id from progress_reports r join milestones m on m.id = r.milestone_id
      join organisations o on o.id = m.organisation_id
      where o.code = 'UZ-BODY-23' and r.state = 'submitted' order by r.submitted_at`)
    const ofFloor = await owner.query<{ id: string }>(
      `select id from floor.progress_reports where state = 'submitted' order by id`,
    )
    return {
      name: 'accept',
      langar: inTurn(rows, false, ({ id }) => ({
        path: `/api/v1/progress-reports/${id}/acceptances`,
        headers: json(people.staff),
        body: JSON.stringify({ id: newId() }),
      })),
      floor: inTurn(ofFloor.rows, false, ({ id }) => ({
        path: `/accept/UZ-KR?${new URLSearchParams({ report: id, post })}`,
        headers: json(people.staff),
        body: JSON.stringify({ id: newId() }),
      })),
    }
  }
  const confirm = async (): Promise<Work> => {
    const post = await postOf(owner, 'staff')
    const { ofFloor } = await waiting(owner)
    let confirmable: { code: string; version: string }[] = []
    const setBack = async () => {
      await setBackTo(owner, 100)
      const { rows } = await owner.query<{ code: string; version: string }>(`
        select m.code, m.version from milestones m join organisations o on o.id = m.organisation_id
        where o.code = 'UZ-BODY-23' and m.status = 'in_progress' order by m.code`)
      confirmable = rows
    }
    await setBack()
    return {
      name: 'confirm',
      setBack,
      langar: () => {
        const next = confirmable.pop()
        return (
          next && {
            path: `/api/v1/milestones/${next.code}/confirmations`,
            headers: json(people.staff),
            body: JSON.stringify({ id: newId(), version: next.version }),
          }
        )
      },
      floor: inTurn(ofFloor, false, (code) => ({
        path: `/confirm/UZ-KR?${new URLSearchParams({ code, post })}`,
        headers: json(people.staff),
        body: JSON.stringify({ id: newId() }),
      })),
    }
  }
  return [logProgress, accept, confirm]
}

const narrative = 'The steel frame is up, the roof is closed, and the commission has seen it'

/** As the form sends it, with a file. */
function report(path: string, id: string, token: string): Sent {
  const boundary = `bench-${randomUUID()}`
  const fields = { id, percent: '100', narrative, language: 'en' }
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="photo.txt"\r\ncontent-type: text/plain\r\n\r\n`
  return {
    path,
    headers: { ...cookie(token), 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([
      Buffer.from(parts.join('') + file),
      photo,
      Buffer.from(`${id}\r\n--${boundary}--\r\n`), // a file of its own each time
    ]),
  }
}

/** One after another, again from the beginning or not. */
function inTurn<T>(all: readonly T[], again: boolean, request: (one: T) => Sent): Source {
  let n = 0
  return () => {
    const one = all[again ? n % all.length : n]
    n += 1
    return one === undefined ? undefined : request(one)
  }
}

async function waiting(owner: pg.Pool): Promise<{ codes: string[]; ofFloor: string[] }> {
  const { rows } = await owner.query<{ codes: string[]; ofFloor: string[] }>(`
    select array(select m.code from milestones m join organisations o on o.id = m.organisation_id
        where o.code = 'UZ-BODY-23' and m.status = 'in_progress' order by m.code) as codes,
      array(select code from floor.milestones order by id) as "ofFloor"`)
  return rows[0] ?? { codes: [], ofFloor: [] }
}

async function postOf(owner: pg.Pool, who: string): Promise<string> {
  const { rows } = await owner.query<{ post: string }>(`select post from bench.people where email = $1`, [
    `${who}.uz-kr.uz@example.org`,
  ])
  return rows[0]?.post ?? ''
}
