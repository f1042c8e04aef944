import { randomUUID } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type pg from 'pg'
import { ownTables } from './floor-statements.ts'
import { cookie } from './installation.ts'
import type { Sent, Source } from './load.ts'
import { type People, postOf, type Work } from './works.ts'

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
