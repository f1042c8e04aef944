import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '#lib/core/free-port.ts'
import { makeFolder } from '#lib/core/settings.ts'
import { ask } from '#tests/own-server.ts'
import { databasePidIn, ownerUrlIn, run } from '#tests/scripts.ts'
import { removeInstallation, startSite, type Site } from '#tests/site.ts'

/** A thousand reports are sent while Langar, and then its database, is killed. What was not acknowledged its
 *  sender sends again, the same words under the same id. */

const folder = join(makeFolder(join(import.meta.dirname, '../../.langar')), `site-${process.pid}-killed`)
const total = 1000
const atOnce = 12
const decisions = ['accept', 'wait', 'return', 'wait'] as const

type Official = { person: string; post: string; staffPost: string; milestones: string[] }
type Report = { id: string; person: string; decision: (typeof decisions)[number]; file?: string }

let site: Site
const sent: Report[] = []
let acknowledged = 0
let repeated = 0

beforeAll(async () => {
  makeFolder(folder)
  site = await startSite({ folder, port: await freePort() })
})
afterAll(async () => {
  if (site.process.exitCode === null) await site.stop()
  await removeInstallation(folder)
})

test('a thousand submissions and what staff decide on them are acknowledged, though both are killed in between', async () => {
  const senders = await Promise.all((await officials()).map(signedIn))
  const numbers = Array.from({ length: total }, (_, n) => n).values()
  const sending = Array.from({ length: atOnce }, async () => {
    for (const n of numbers) {
      const sender = senders[n % senders.length]
      if (sender) await submitAndDecide(n, sender)
    }
  })

  const killing = (async () => {
    await until(() => acknowledged > total / 4)
    await site.kill()
    site = await startSite({ folder, port: Number(new URL(site.address).port) })
    await until(() => acknowledged > total / 2)
    process.kill(await databasePidIn(folder), 'SIGKILL')
  })()
  await Promise.all([...sending, killing])

  expect(acknowledged).toBe(total)
  expect(repeated).toBeGreaterThan(0)
}, 300_000)

test('each is there once and whole: report, chain, steps, evidence, answer, event', async () => {
  const found = await ask<{ id: string }>(
    await ownerUrlIn(folder),
    `select r.id, p.email, r.state, r.decided_at is not null as decided, a.kind as audience,
       (select count(*)::int from report_chains c where c.report_id = r.id) as chain,
       (select array_agg(s.act order by s.position) from report_steps s where s.report_id = r.id) as steps,
       (select array_agg(e.kind order by e.kind) from evidence e
        where e.report_id = r.id and e.audience_id = r.audience_id) as evidence,
       (select array_agg(w.command order by w.command = 'progress-reports.submit' desc) from answers w
        where w.id in (select s.id from report_steps s where s.report_id = r.id and s.position > 0 union select r.id)) as answers,
       (select array_agg(distinct v.name order by v.name desc) from changes c join events v using (command, audience_id)
        where c.record_id = r.id) as events,
       (select count(*)::int from changes c join changes d using (command, audience_id)
        where c.record_id = r.id and c.kind = 'created') as created
     from progress_reports r join audiences a on a.id = r.audience_id
     join report_steps s on s.report_id = r.id and s.position = 0 join people p on p.id = s.person_id`,
  )
  const byId = new Map(found.map((report) => [report.id, report]))
  expect(sent.map(({ id }) => byId.get(id))).toEqual(sent.map(asStored))
  expect(found.length).toBe(total)
})

function asStored({ id, person, decision, file }: Report) {
  const act = { accept: 'accepted', return: 'returned', wait: undefined }[decision]
  return {
    id,
    email: person,
    state: act ?? 'submitted',
    decided: act !== undefined,
    audience: decision === 'accept' ? 'shared' : 'side',
    chain: 1,
    steps: act ? ['sent', act] : ['sent'],
    evidence: [...(file ? ['file'] : []), 'link', 'link'],
    answers: ['progress-reports.submit', ...(act ? [`progress-reports.${decision}`] : [])],
    events: ['progress-reports.submit', ...(act ? [`progress-reports.${decision}`] : [])],
    created: file ? 6 : 5,
  }
}

test('nothing is there beside: no row, no event, no answer of a submission that was cut off', async () => {
  const ofDecision = (decision: Report['decision']) =>
    sent.filter((report) => report.decision === decision).length
  const [counted] = await ask(
    await ownerUrlIn(folder),
    `select (select count(*)::int from report_chains) as chains, (select count(*)::int from report_steps) as steps,
       (select count(*)::int from evidence) as evidence, (select count(*)::int from answers) as answers,
       (select count(*)::int from events where name = 'progress-reports.submit') as submitted,
       (select count(distinct command)::int from events where name = 'progress-reports.accept') as accepted,
       (select count(*)::int from events where name = 'progress-reports.return') as returned`,
  )
  const decided = ofDecision('accept') + ofDecision('return')
  expect(counted).toEqual({
    chains: total,
    steps: total + decided,
    evidence: 2 * total + sent.filter(({ file }) => file).length,
    answers: total + decided,
    submitted: total,
    accepted: ofDecision('accept'),
    returned: ofDecision('return'),
  })
})

test('each milestone stands as the last accepted report says, and its tallies are what counting gives', async () => {
  const url = await ownerUrlIn(folder)
  const stands = await ask(
    url,
    `select distinct on (m.id) m.code, m.status, m.percent, r.percent as reported
     from milestones m join progress_reports r on r.milestone_id = m.id
     join changes c on c.record_id = r.id and c.kind = 'appeared'
     join events v on (v.command, v.audience_id) = (c.command, c.audience_id)
     order by m.id, v.seq desc`,
  )
  expect(stands.length).toBeGreaterThan(1)
  for (const { status, percent, reported } of stands)
    expect({ status, percent }).toEqual({ status: 'in_progress', percent: reported })
  expect(
    await ask(url, `(select * from verify_ledger() where record_table in (select name from kept_counted()))`),
  ).toEqual([])
})

test('each file of an acknowledged report lies there whole', async () => {
  const files = sent.flatMap(({ file }) => file ?? [])
  expect(files.length).toBeGreaterThan(10)
  for (const sha256 of files)
    expect(sha256Of(await readFile(join(folder, 'files', sha256.slice(0, 2), sha256)))).toBe(sha256)
})

test('every chain and every record verifies', async () => {
  expect(await run('verify', { LANGAR_FOLDER: folder })).toEqual({
    code: 0,
    errors: '',
    said: expect.stringMatching(/every chain and every record verifies\.\n$/),
  })
})

/** Six officials of each side with something to report on, and a post of their side's staff. */
async function officials(): Promise<Official[]> {
  return ask<Official>(
    await ownerUrlIn(folder),
    `select person, post, "staffPost", milestones from (
       select p.email as person, g.post_id as post, array_agg(m.code order by m.code) as milestones,
         (select s.post_id from grants s where s.role = 'staff' and s.country_id = g.country_id) as "staffPost",
         row_number() over (partition by g.country_id order by count(*) desc, p.email) as place
       from grants g join appointments a on a.post_id = g.post_id join people p on p.id = a.person_id
       join posts po on po.id = g.post_id join milestones m on m.organisation_id = po.organisation_id
       where g.role = 'official' and m.status in ('planned', 'in_progress') and m.archived_at is null
       group by p.email, g.post_id, g.country_id) official where place <= 6 order by person`,
  )
}

type Sender = Official & { cookie: string; staffCookie: string }

async function signedIn(official: Official): Promise<Sender> {
  const [cookie, staffCookie] = await Promise.all([cookieOf(official.post), cookieOf(official.staffPost)])
  return { ...official, cookie, staffCookie }
}

async function cookieOf(post: string): Promise<string> {
  const answer = await fetch(`${site.address}/api/auth/callback/demo`, {
    method: 'POST',
    body: new URLSearchParams({ post, callbackUrl: '/' }),
    redirect: 'manual',
  })
  const cookie = answer.headers.getSetCookie().find((made) => made.startsWith('langar-session='))
  if (!cookie) throw new Error(`no session for ${post}: ${answer.status}`)
  return cookie.split(';')[0] ?? ''
}

/** Of four reports one is accepted, one returned, two go on waiting. */
async function submitAndDecide(n: number, sender: Sender): Promise<void> {
  const { person, milestones, cookie, staffCookie } = sender
  const decision = decisions[Math.floor(n / atOnce) % 4] ?? 'wait'
  const file = n % 20 === 0 ? await upload(`Minutes of visit ${n}.`, cookie) : undefined
  const report: Report = { id: randomUUID(), person, decision, ...(file && { file }) }
  sent.push(report)
  await untilAcknowledged(`milestones/${milestones[n % milestones.length]}/progress-reports`, cookie, {
    id: report.id,
    percent: n % 100,
    narrative: `Visit ${n} took place.`,
    language: 'en',
    links: [`https://example.org/minutes/${n}`, `https://example.org/photographs/${n}`],
    evidence: file ? [{ kind: 'file', sha256: file, name: `Minutes ${n}.txt` }] : [],
  })
  acknowledged++
  if (decision === 'accept')
    await untilAcknowledged(`progress-reports/${report.id}/acceptances`, staffCookie, { id: randomUUID() })
  if (decision === 'return')
    await untilAcknowledged(`progress-reports/${report.id}/returns`, staffCookie, {
      id: randomUUID(),
      reason: 'The minutes are not signed.',
    })
}

async function upload(text: string, cookie: string): Promise<string> {
  await untilAcknowledged('files', cookie, () => {
    const form = new FormData()
    form.set('evidence[]', new File([text], 'Minutes.txt'))
    return form
  })
  return sha256Of(text)
}

/** 201, at last. Cut off, or answered that the database is away: again, the same under the same id. Any other answer is
 *  none that a queue may go on from. */
async function untilAcknowledged(
  door: string,
  cookie: string,
  body: object | (() => FormData),
): Promise<void> {
  for (;;) {
    const status = await post(door, cookie, body)
    if (status === 201) return
    if (status !== undefined && status < 500) throw new Error(`${door} answers ${status}`)
    repeated++
    await sleep(100)
  }
}

async function post(
  door: string,
  cookie: string,
  body: object | (() => FormData),
): Promise<number | undefined> {
  try {
    const answer = await fetch(`${site.address}/api/v1/${door}`, {
      method: 'POST',
      headers: { cookie, accept: 'application/json', ...(typeof body === 'object' && json) },
      body: typeof body === 'function' ? body() : JSON.stringify(body),
    })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return undefined
  }
}

const json = { 'content-type': 'application/json' }

function sha256Of(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function until(reached: () => boolean): Promise<void> {
  while (!reached()) await sleep(20)
}
