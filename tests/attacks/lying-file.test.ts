import { expect, test } from 'vitest'
import { aMilestone, aReport, newId, rows } from '#tests/builders.ts'
import { knock, withFiles } from '#tests/doors.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()
withFiles()

const send = (bytes: string | Uint8Array<ArrayBuffer>, name: string, type = '') => {
  const body = new FormData()
  body.append('file', new File([bytes], name, { type }))
  return knock('POST', '/api/v1/files', { as: world().tokens.official, body })
}

test.each([
  ['HTML named .pdf', '<!doctype html><script>alert(1)</script>', 'report.pdf', 'application/pdf'],
  ['HTML under its own name', '<html><body onload=alert(1)>', 'report.html', 'text/html'],
  [
    'SVG with a script',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    'map.svg',
    'image/svg+xml',
  ],
  [
    'SVG named .png',
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    'map.png',
    'image/png',
  ],
  [
    'a program named .txt',
    new Uint8Array([0x4d, 0x5a, 0x90, 0x00, 0x03, 0x00, 0x00, 0x00]),
    'note.txt',
    'text/plain',
  ],
  [
    'a program for Linux named .pdf',
    new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
    'note.pdf',
    'application/pdf',
  ],
  ['a script', '#!/bin/sh\nrm -rf /', 'install.sh', 'text/plain'],
  ['nothing', '', 'empty.pdf', 'application/pdf'],
])('%s is refused with a sentence, and nothing of it is kept', async (_, bytes, name, type) => {
  const answer = await send(bytes, name, type)
  expect(answer.status).toBe(422)
  expect((await answer.json()).problem.fields['evidence[]']).toMatch(/\.$/)
  expect(await rows('select 1 from files')).toEqual([])
})

test('what is called a file but came without its bytes is none', async () => {
  const body = { evidence: [{ kind: 'file', name: 'protocol.pdf', sha256: 'f'.repeat(64), size: 12 }] }
  expect((await knock('POST', '/api/v1/files', { as: world().tokens.official, body })).status).toBe(422)
})

const names = [
  ['../../../etc/passwd.txt', 'passwd.txt'],
  ['C:\\Windows\\system32\\note.txt', 'note.txt'],
  ['/etc/cron.d/note.txt', 'note.txt'],
  ['note\u202Efdp.txt', 'notefdp.txt'],
  ['a\r\nset-cookie: x=1\r\n.txt', 'aset-cookie: x=1.txt'],
  ['a"; filename="b.html.txt', 'a"; filename="b.html.txt'],
] as const

test.each(names)('of the name %j %j is left, in the answer and in what is sent on', async (sent, plain) => {
  const form = new FormData()
  form.append('evidence', new File(['A note'], 'note.txt'))
  const as = world().tokens.official
  const [kept] = (await (await knock('POST', '/api/v1/files', { as, body: form })).json()).value
  const milestone = await aMilestone(world())
  const report = aReport(milestone, { evidence: [{ ...kept, name: sent }] })
  const door = `/api/v1/milestones/${milestone.code}/progress-reports`
  expect((await knock('POST', door, { as, body: report })).status).toBe(201)
  const [evidence] = await rows<{ id: string; name: string }>(
    'select id, name from evidence where report_id = $1',
    report.id,
  )
  expect(evidence?.name).toBe(plain)
  const file = await knock('GET', `/api/v1/evidence/${evidence?.id}`, { as })
  expect(file.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent(plain)}`,
  )
})

test('a name that leads out of the folder stores no file there', async () => {
  const boundary = 'x'
  const head = `--x\r\ncontent-disposition: form-data; name="file"; filename="../../../../tmp/langar-${newId()}.txt"\r\n\r\n`
  const body = `${head}A note\r\n--x--\r\n`
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const answer = await knock('POST', '/api/v1/files', { as: world().tokens.official, body, headers })
  expect((await answer.json()).value[0].name).toMatch(/^langar-[0-9a-f-]+\.txt$/)
})

test('a file is saved, never opened in the place of our pages', async () => {
  const [kept] = (await (await send('a,b\n1,2', 'figures.csv')).json()).value
  const milestone = await aMilestone(world())
  const report = aReport(milestone, { evidence: [kept] })
  const as = world().tokens.official
  await knock('POST', `/api/v1/milestones/${milestone.code}/progress-reports`, { as, body: report })
  const [evidence] = await rows<{ id: string }>('select id from evidence where report_id = $1', report.id)
  const { headers } = await knock('GET', `/api/v1/evidence/${evidence?.id}`, { as })
  expect(headers.get('content-disposition')).toMatch(/^attachment;/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(headers.get('cache-control')).toContain('private')
})
