import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOf } from '../prisma/seed/rows.ts'
import { answering } from './answering.ts'
import { aReport, asOwner, insert, newId, owner, rows } from './builders.ts'
import { folderForFile } from './own-server.ts'
import { whichTellApart } from './which-tell-apart.ts'
import { copyAsOwn, send, startTwins, type Twin } from './worlds.ts'

/** Running programs whose worlds differ only in what a viewer may not see answer every door and every page alike: status,
 *  headers with their ETags, and bodies, byte for byte once nonces and ids made for a form are masked. In `hiding`
 *  Uzbekistan keeps secrets of every kind, in `hidingKorean` Korea what can be copied. */

const folder = folderForFile()
let plain: Twin
let hiding: Twin
let hidingKorean: Twin

/** Who may not see what Uzbekistan keeps to itself; its own observers and admins may not either. */
const outsiders = ['staff.kr', 'official.kr-motie', 'observer.kr', 'observer.uz', 'side-admin.uz', 'admin']
const insiders = ['staff.uz', 'official.uz-uzelt', 'official.uz-h-syr', 'official.uz-tmk']
const nobody = 'nobody'

/** Milestones with a report on its way and with a returned one. */
const [reported, returned] = ['UZ-KR-SC-01-04', 'UZ-KR-SC-04-02']

beforeAll(async () => {
  ;[plain, hiding, hidingKorean] = await startTwins(folder, [...outsiders, ...insiders])
  process.env['DATABASE_URL'] = hiding.ownerUrl
  for (const who of [...outsiders, ...insiders])
    if ((await send(plain, who, '/my-work')).status !== 200) throw new Error(`${who} is not signed in`)
})
afterAll(async () => {
  await owner().end()
  for (const twin of [plain, hiding, hidingKorean]) await twin?.site.stop()
})

/** Values for the placeholders of addresses: records that both worlds have, and later such as the hiding one alone has. */
const named: Record<string, string[]> = {
  partnership: ['UZ-KR'],
  country: ['UZ', 'KR'],
  direction: ['SC', 'CM', 'UZ-KR-SC'], // in the address of a partnership the one, alone the other
  token: ['never-was'],
  initiative: ['UZ-KR-SC-01', 'UZ-KR-CM-01'],
  milestone: [reported, returned, 'UZ-KR-CM-01-07'],
  agreement: ['UZ-KR-AGR-01', 'UZ-KR-AGR-02'],
  meeting: ['UZ-KR-MTG-01', 'UZ-KR-MTG-02'],
  organisation: ['UZ-MIIT', 'UZ-TMK', 'KR-MOTIE'],
  source: ['UZ-KR-SRC-208', 'UZ-KR-SRC-001'],
  evidence: [],
  person: [idOf('person', 'official.uz-tmk@example.org'), idOf('person', 'staff.kr@example.org')],
  post: [idOf('post', 'official.uz-tmk@example.org'), idOf('post', 'official.kr-motie@example.org')],
  change: ['00000000-0000-4000-8000-000000000000'],
  grant: [idOf('grant', 'official.uz-tmk@example.org')],
  missing: ['nowhere/at/all'],
}

/** What addresses ask beside. */
const asked: Record<string, string[]> = {
  '/api/v1/partnerships/{partnership}/board': [
    '',
    '?rows=direction',
    '?rows=organisation',
    '?rows=side',
    '?side=UZ',
    '?side=joint',
    '?due=late',
    '?due=at_risk',
    '?due=undated',
    '?status=cancelled',
    '?only=column&column=completed&after=open.2020-06-30.UZ-KR-SC-01-01',
  ],
  '/search': ['', '?words=cluster'],
  '/api/v1/partnerships/{partnership}/initiatives': [
    '',
    '?words=cluster',
    '?side=UZ',
    '?standing=in_progress',
  ],
  '/api/v1/search': [
    '?words=cluster',
    '?words=klaster',
    '?words=semicondctor', // found as what is spelled nearly so
    '?words=OWN',
    '?words=UZ-KR-SC-01',
    '?words=01',
  ],
  '/api/v1/partnerships/{partnership}/sources': ['', '?publisher=Yonhap', '?year=undated'],
  '/api/v1/partnerships/{partnership}/review': [''],
  '/admin/organisations': ['', '?words=metall'],
  '/admin/people': ['', '?words=official'],
  '/api/v1/audit-events': ['', '?in=UZ-KR', '?kind=progress-reports', `?record=${reported}`],
}

function addresses(): string[] {
  return answering
    .filter(({ address }) => !address.startsWith('/api/auth') && !address.includes('{report}'))
    .flatMap(({ address }) => (asked[address] ?? ['']).map((query) => address + query))
    .flatMap(filled)
}

function filled(address: string): string[] {
  const [placeholder, name = ''] = /\{([^}]+)\}/.exec(address) ?? []
  if (placeholder === undefined) return [address]
  const values = named[name]
  if (!values) throw new Error(`no value is known for {${name}} of ${address}`)
  return values.flatMap((value) => filled(address.replace(placeholder, value)))
}

/** The addresses whose answers tell such a world from the plain one. */
const tellingApart = (who: string, among: readonly string[], twin = hiding) =>
  whichTellApart([plain, twin], who, among)

/** Uzbekistan's own: a record of every kind, some of them on records that both share; a chain of two steps; a report with
 *  a file that has passed the first step, a returned one, and what was typed into a refused form. Tells the tables that
 *  have no own record. */
async function hide(): Promise<{ left: string[]; report: string }> {
  const own = await asOwner(async (tx) => {
    const { rows: sides } = await tx.query<Record<'id' | 'partnership_id' | 'country_id', string>>(
      `select a.id, a.partnership_id, a.country_id from audiences a join countries c on c.id = a.country_id
       where a.kind = 'side' and c.code = 'UZ'`,
    )
    const [{ id, ...side } = { id: '', partnership_id: '', country_id: '' }] = sides
    await copyAsOwn(tx, id, 40)
    await copyByHand(tx, id)
    await tx.query('update acceptance_steps set ended_at = now() where audience_id = $1', [id])
    for (const [position, who] of [
      [1, 'official.uz-tmk'],
      [2, null],
    ] as const)
      await insert(tx, 'acceptance_steps', {
        ...side,
        audience_id: id,
        position,
        post_id: who && idOf('post', `${who}@example.org`),
      })
    const { rows: milestones } = await tx.query<Record<'id' | 'due_on', string>>(
      `select id, due_on::text from milestones where code in ('UZ-KR-CM-01-07', '${returned}') order by code`,
    )
    for (const milestone of milestones)
      await insert(tx, 'due_date_changes', {
        audience_id: id,
        partnership_id: side.partnership_id,
        milestone_id: milestone.id,
        kind: 'moved',
        from_on: milestone.due_on,
        from_precision: 'day',
        to_on: '2027-01-31',
        to_precision: 'day',
        days: (Date.parse('2027-01-31') - Date.parse(milestone.due_on)) / 86_400_000,
        state: 'asked',
        asked_country_id: side.country_id,
        cause: 'financing',
        words: 'The loan is late',
        position: 900,
      })
    const [milestone] = milestones
    // A cancellation is before the other side at once: only that of an own milestone is hidden.
    await tx.query(
      `insert into status_changes (id, audience_id, partnership_id, milestone_id, kind, reason, state, asked_country_id,
         asked_post_id, asked_at)
       select gen_random_uuid(), $1, m.partnership_id, m.id, 'cancel', 'Superseded', 'put', $2, $3, now()
       from milestones m where m.audience_id = $1 order by m.code limit 1`,
      [id, side.country_id, idOf('post', 'staff.uz@example.org')],
    )
    await insert(tx, 'code_aliases', {
      audience_id: id,
      milestone_id: milestone?.id,
      code: 'UZ-KR-CM-U-K7QX',
    })
    const release = await insert(tx, 'releases', {
      audience_id: id,
      milestone_id: milestone?.id,
      from_kind: 'side',
      to_kind: 'shared',
      reason: 'Agreed at the commission',
      at: new Date(),
    })
    const person_id = idOf('person', 'staff.uz@example.org')
    await insert(tx, 'signatures', { audience_id: id, release_id: release, person_id })
    return id
  })
  const file = new FormData()
  file.append('file', new File(['Negotiating position'], 'position.txt'))
  const { value } = await (await send(hiding, 'official.uz-uzelt', '/api/v1/files', { body: file })).json()
  const submitted = async (who: string, milestone: string, more: object) => {
    const report = { ...aReport({ code: milestone }), ...more }
    const door = `/api/v1/milestones/${milestone}/progress-reports`
    expect((await send(hiding, who, door, { body: report })).status).toBe(201)
    return report.id
  }
  const first = await submitted('official.uz-uzelt', reported, { evidence: value })
  const second = await submitted('official.uz-h-syr', returned, {})
  expect(await step(first, 'acceptances', 'official.uz-tmk', {})).toBe(201)
  expect(await step(second, 'returns', 'official.uz-tmk', { reason: 'Attach the act' })).toBe(201)
  const refusedForm = await send(hiding, 'official.uz-tmk', `/api/v1/milestones/${reported}/starts`, {
    body: new FormData(),
    headers: { accept: 'text/html' },
  })
  expect(refusedForm.headers.get('location')).toContain('attempt=')
  for (const noun of ['initiative', 'milestone', 'agreement', 'meeting', 'source']) {
    const table = `${noun}s`
    const [one] = await rows<{ code: string }>(
      `select code from ${table} where audience_id = $1 order by code limit 1`,
      own,
    )
    named[noun]?.push(one?.code ?? '')
  }
  const evidence = await rows<{ id: string }>(`select id from evidence where kind = 'file'`)
  named['evidence'] = evidence.map(({ id }) => id)
  asked['/{partnership}/review'] = ['', `?item=${first}`, `?after=${second}`]
  asked['/api/v1/partnerships/{partnership}/review'] = ['', `?item=${first}`, `?after=${second}`]
  return { left: await tablesWithout(own), report: first }
}

/** Where a copy would be in the way of a key or a rule: a shared milestone waits for an own one, too. */
async function copyByHand(tx: pg.PoolClient, own: string): Promise<void> {
  await tx.query(
    `insert into milestone_dependencies (id, audience_id, milestone_id, waits_for_id)
     select gen_random_uuid(), $1, a.id, b.id from milestones a, milestones b
     where a.code = 'UZ-KR-CM-01-07' and b.audience_id = $1 and b.status = 'planned' order by b.due_on limit 1`,
    [own],
  )
  await tx.query(
    `insert into confirmations (id, audience_id, partnership_id, milestone_id, country_id, verdict, at)
     select gen_random_uuid(), $1, m.partnership_id, m.id, s.country_id, 'confirmed', now()
     from milestones m join sides s on s.partnership_id = m.partnership_id and s.position = 1
     where m.audience_id = $1 and m.status = 'completed'`,
    [own],
  )
  await tx.query(
    `insert into decision_bodies (id, audience_id, decision_id, organisation_id)
     select gen_random_uuid(), $1, d.id, o.id from organisations o, (select id from decisions order by code limit 1) d
     where o.code = 'UZ-TMK' on conflict do nothing`,
    [own],
  )
}

async function tablesWithout(own: string): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    `select tgrelid::regclass::text as name from pg_trigger where tgname = 'guard' order by 1`,
  )
  const without = []
  for (const { name } of tables)
    if ((await rows(`select from ${name} where audience_id = $1 limit 1`, own)).length === 0)
      without.push(name)
  return without
}

async function step(report: string, noun: string, who: string, more: object): Promise<number> {
  const body = { id: newId(), ...more }
  return (await send(hiding, who, `/api/v1/progress-reports/${report}/${noun}`, { body })).status
}

test('the two worlds are one while nothing is hidden', async () => {
  expect(await tellingApart('staff.kr', addresses())).toEqual([])
})

describe('what Korea keeps to itself', () => {
  let own = ''
  beforeAll(async () => {
    const pool = new pg.Pool({ connectionString: hidingKorean.ownerUrl })
    own = await asOwner(async (tx) => {
      const {
        rows: [audience],
      } = await tx.query<{ id: string }>(
        `select a.id from audiences a join countries c on c.id = a.country_id where a.kind = 'side' and c.code = 'KR'`,
      )
      await copyAsOwn(tx, audience?.id ?? '', 40)
      const { rows: milestones } = await tx.query<{ code: string }>(
        'select code from milestones where audience_id = $1 order by code limit 1',
        [audience?.id],
      )
      return `/api/v1/milestones/${milestones[0]?.code}`
    }, pool)
    await pool.end()
  })

  test.each(['staff.uz', 'official.uz-uzelt', 'side-admin.uz', nobody])(
    '%s cannot tell from any door',
    async (who) => {
      const doors = addresses().filter((address) => address.startsWith('/api/'))
      expect(await tellingApart(who, [...doors, own], hidingKorean)).toEqual([])
    },
  )

  test('its staff see it', async () => {
    const among = ['/api/v1/partnerships/UZ-KR/board', own]
    expect(await tellingApart('staff.kr', among, hidingKorean)).toEqual(among)
  })
})

describe('what Uzbekistan keeps to itself', () => {
  let hidden: Awaited<ReturnType<typeof hide>>
  beforeAll(async () => {
    hidden = await hide()
  })

  test('is of every kind that there can be', () => {
    // One-time links and credentials are of a registry, not of a side.
    expect(hidden.left).toEqual(['one_time_links'])
  })

  test.each([...outsiders, nobody])(
    '%s cannot tell from any door or page, nor from a count, a sequence or an ETag',
    async (who) => {
      // Pages draw what doors answer: for those who see as much as another they are asked once.
      const isDrawn = ['staff.kr', 'observer.uz', 'admin'].includes(who)
      // The chain of acceptance steps is a secret that the side's admin keeps: which posts it names he is told.
      const isChain = (address: string) =>
        who === 'side-admin.uz' && /^\/api\/v1\/(posts\/|acceptance-steps$)/.test(address)
      const among = addresses().filter(
        (address) => (isDrawn || address.startsWith('/api/')) && !isChain(address),
      )
      expect(await tellingApart(who, among)).toEqual([])
    },
  )

  test.each(['staff.uz', 'official.uz-uzelt'])('%s sees it: the wall has a door', async (who) => {
    const among = [
      '/UZ-KR/board',
      `/UZ-KR/milestones/${reported}`,
      `/UZ-KR/milestones/${named['milestone']?.at(-1)}`,
      `/api/v1/milestones/${named['milestone']?.at(-1)}`,
      `/api/v1/evidence/${named['evidence']?.[0]}`,
    ]
    expect(await tellingApart(who, among)).toEqual(among)
  })

  test('an act on what both see counts one in both worlds: the ETags stay the same', async () => {
    for (const twin of [plain, hiding]) {
      const { milestone } = await (
        await send(twin, 'official.uz-tmk', '/api/v1/milestones/UZ-KR-CM-01-07')
      ).json()
      const body = { id: newId(), version: milestone.version }
      const door = '/api/v1/milestones/UZ-KR-CM-01-07/starts'
      expect((await send(twin, 'official.uz-tmk', door, { body })).status).toBe(201)
    }
    for (const address of addresses().filter((one) => one.startsWith('/api/'))) {
      const [one, other] = await Promise.all(
        [plain, hiding].map(async (twin) => (await send(twin, 'staff.kr', address)).headers.get('etag')),
      )
      expect(one).toBe(other)
    }
  })

  test('after the last step Korea sees the report and its file', async () => {
    expect(await step(hidden.report, 'acceptances', 'staff.uz', {})).toBe(201)
    const among = [`/UZ-KR/milestones/${reported}`, `/api/v1/evidence/${named['evidence']?.[0]}`]
    expect(await tellingApart('staff.kr', among)).toEqual(among)
  })
})
