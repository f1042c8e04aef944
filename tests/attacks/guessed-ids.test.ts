import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { changeDueDate } from '#lib/milestones/change-due-date.ts'
import { run } from '#lib/runner/run.ts'
import { answering } from '#tests/answering.ts'
import { aMilestone, aReport, asOwner, insert, newId, rows, texts } from '#tests/builders.ts'
import { knock, open, withFiles } from '#tests/doors.ts'
import { matrix } from '#tests/matrix.ts'
import { otherDate, sent } from '#tests/sent.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()
withFiles()

/** Codes and ids of what Uzbekistan keeps to itself, by the name that addresses have for them. */
async function hidden(): Promise<Record<string, string>> {
  const { code: milestone } = await aMilestone(world(), { visibility: 'UZ' })
  const form = new FormData()
  form.append('file', new File(['Negotiating position'], 'position.txt'))
  const as = world().tokens.official
  const { value: evidence } = await (await knock('POST', '/api/v1/files', { as, body: form })).json()
  const { id: report, ...sent } = aReport({ code: milestone }, { evidence })
  const door = `/api/v1/milestones/${milestone}/progress-reports`
  expect((await knock('POST', door, { as, body: { id: report, ...sent } })).status).toBe(201)
  const [file] = await rows<{ id: string }>('select id from evidence where report_id = $1', report)
  const change = newId()
  const { code, version } = await aMilestone(world())
  const asked = await run(changeDueDate, world().official, {
    id: change,
    milestone: code,
    version,
    ...otherDate,
  })
  expect(asked).toMatchObject({ ok: true })
  const own = { audience_id: world().audience.UZ, partnership_id: world().partnership }
  const title = texts('Secret')
  return asOwner(async (tx) => {
    const direction_id = world().direction
    await insert(tx, 'initiatives', { ...own, code: 'I-1', title, direction_id, standing: 'announced' })
    await insert(tx, 'agreements', { ...own, code: 'A-1', title, kind: 'protocol' })
    const held = { held_on: '2025-01-31', held_precision: 'day', status: 'held' }
    await insert(tx, 'meetings', { ...own, code: 'M-1', title, kind: 'commission', ...held })
    await insert(tx, 'sources', { ...own, code: 'S-1', title: 'Cable', publisher: 'Embassy' })
    return {
      milestone,
      report,
      change,
      evidence: file?.id ?? '',
      initiative: 'I-1',
      agreement: 'A-1',
      meeting: 'M-1',
      source: 'S-1',
    }
  })
}

const absent: Record<string, string> = {
  milestone: 'UZ-KR-SC-99-99',
  report: newId(),
  change: newId(),
  evidence: newId(),
  initiative: 'I-9',
  agreement: 'A-9',
  meeting: 'M-9',
  source: 'S-9',
}

let secrets: Record<string, string>
beforeAll(async () => {
  secrets = await hidden()
})

const naming = await Promise.all(
  answering
    .filter(({ address }) => Object.keys(absent).some((name) => address.includes(`{${name}}`)))
    .map(async ({ kind, file, address }) => {
      const door = kind === 'door' ? await import(join(import.meta.dirname, '../../app', file)) : {}
      return { kind, address, methods: (['GET', 'POST'] as const).filter((method) => method in door) }
    }),
)

/** What a door wants to be sent, so that nothing but the name in its address is wrong. */
const id = newId()
const version = newId()
function bodyFor(address: string): object {
  const act = matrix.find((row) => row.method === 'POST' && row.address === address)?.act
  return { id, ...sent[act ?? '']?.({ names: {}, version }) }
}

test.each(['koreanStaff', 'koreanOfficial', 'observer', 'sideAdmin', 'admin', 'stranger'] as const)(
  'to %s a guessed code or id of a hidden record and one of nothing are answered alike, at every door and page',
  async (who) => {
    const as = world().tokens[who]
    for (const { kind, address, methods } of naming) {
      const at = (names: Record<string, string>) =>
        address.replaceAll(/\{([^}]+)\}/g, (_, name: string) => names[name] ?? 'UZ-KR')
      if (kind === 'page') expect(await open(at(secrets), { as }), address).toBe('not found')
      for (const method of methods) {
        const body = method === 'POST' ? bodyFor(address) : undefined
        const said = async (names: Record<string, string>) => {
          const answer = await knock(method, at(names), { as, body })
          return { status: answer.status, headers: [...answer.headers], body: await answer.text() }
        }
        const answered = await said(secrets)
        expect(answered.status, `${method} ${address}`).toBe(404)
        expect(answered, `${method} ${address}`).toEqual(await said(absent))
      }
    }
  },
)
