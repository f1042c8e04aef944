import { expect, test } from 'vitest'
import { aMilestone, aReport, newId, rows, type Who } from '#tests/builders.ts'
import { knock, withFiles } from '#tests/doors.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()
withFiles()

type Kept = { kind: 'file'; name: string; sha256: string; size: number }
const kept = async (who: Who, text: string): Promise<Kept> => {
  const body = new FormData()
  body.append('file', new File([text], 'note.txt'))
  const answer = await knock('POST', '/api/v1/files', { as: world().tokens[who], body })
  return (await answer.json()).value[0]
}
const reported = async (who: Who, body: 'ministry' | 'koreanMinistry', evidence: unknown[]) => {
  const milestone = await aMilestone(world(), { body, side: body === 'ministry' ? 'UZ' : 'KR' })
  const sent = aReport(milestone, { evidence })
  const door = `/api/v1/milestones/${milestone.code}/progress-reports`
  return { answer: await knock('POST', door, { as: world().tokens[who], body: sent }), report: sent.id }
}
const idOf = async (report: string) =>
  (await rows<{ id: string }>('select id from evidence where report_id = $1', report))[0]?.id ?? ''

test('whoever knows the hash of somebody else’s file neither attaches it nor learns that it is there', async () => {
  const secret = await kept('official', 'The position of Uzbekistan')
  const stolen = await reported('koreanOfficial', 'koreanMinistry', [secret])
  const invented = await reported('koreanOfficial', 'koreanMinistry', [{ ...secret, sha256: 'f'.repeat(64) }])
  expect(stolen.answer.status).toBe(422)
  expect(await stolen.answer.json()).toEqual(await invented.answer.json())
  expect(await rows('select 1 from evidence')).toEqual([])
  expect(await rows('select 1 from progress_reports')).toEqual([])
})

test('not even a colleague of the same ministry attaches what another kept', async () => {
  const secret = await kept('otherOfficial', 'Draft')
  expect((await reported('official', 'ministry', [secret])).answer.status).toBe(422)
})

test('before acceptance the file’s address is to the other side as if there were none; afterwards it opens', async () => {
  const text = 'Protocol of acceptance'
  const { answer, report } = await reported('official', 'ministry', [await kept('official', text)])
  expect(answer.status).toBe(201)
  const evidence = await idOf(report)
  const opened = (who: Who, id = evidence) =>
    knock('GET', `/api/v1/evidence/${id}`, { as: world().tokens[who] })
  for (const who of [
    'koreanStaff',
    'koreanOfficial',
    'observer',
    'sideAdmin',
    'admin',
    'stranger',
  ] as const) {
    const [hidden, absent] = [await opened(who), await opened(who, newId())]
    expect(hidden.status).toBe(404)
    expect([[...hidden.headers], await hidden.text()]).toEqual([[...absent.headers], await absent.text()])
  }
  expect(await (await opened('staff')).text()).toBe(text)
  const accept = { as: world().tokens.staff, body: { id: newId() } }
  expect((await knock('POST', `/api/v1/progress-reports/${report}/acceptances`, accept)).status).toBe(201)
  expect(await (await opened('koreanStaff')).text()).toBe(text)
  expect((await opened('stranger')).status).toBe(404)
})

test('evidence of a returned report stays with its side', async () => {
  const { report } = await reported('official', 'ministry', [await kept('official', 'Wrong file')])
  const back = { as: world().tokens.staff, body: { id: newId(), reason: 'Wrong file' } }
  expect((await knock('POST', `/api/v1/progress-reports/${report}/returns`, back)).status).toBe(201)
  const at = `/api/v1/evidence/${await idOf(report)}`
  expect((await knock('GET', at, { as: world().tokens.koreanStaff })).status).toBe(404)
})
