import { expect, test } from 'vitest'
import { maxEvidencePerReport } from '#lib/rules/limits.ts'
import { aMilestone, newId, versionOf } from '#tests/builders.ts'
import { knock, withFiles } from '#tests/doors.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()
withFiles()

const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const utf8 = (text: string) => new TextEncoder().encode(text)
const files = (count: number) => {
  const body = new FormData()
  for (let n = 0; n < count; n += 1) body.append('evidence', new File([`Note ${n}`], 'note.txt'))
  return body
}

/** What would be taken if nothing were wrong with it. */
type Good = { id: string; version: string }
const good = ({ id, version }: Good) =>
  `"id":"${id}","version":"${version}","cause":"permit","words":"No permit"`
const fields = ({ id, version }: Good) => `id=${id}&version=${version}&cause=permit&words=No+permit`

const wrong: [string, (from: Good) => unknown, Record<string, string>][] = [
  ['JSON larger than a megabyte', (from) => `{${good(from)}${' '.repeat(1024 * 1024)}}`, json],
  ['a hundred thousand lists in each other', () => '['.repeat(100_000) + ']'.repeat(100_000), json],
  [
    'a field of a hundred thousand lists in each other',
    (from) => `{${good(from)},"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    json,
  ],
  ['a key twice', (from) => `{${good(from)},"version":"${from.version}"}`, json],
  ['a key twice, the second one escaped', (from) => `{${good(from)},"\\u0069d":"${from.id}"}`, json],
  [
    'JSON that is no UTF-8',
    (from) => Buffer.concat([utf8(`{${good(from).slice(0, -1)}`), new Uint8Array([0xff, 0xc3]), utf8('"}')]),
    json,
  ],
  [
    'JSON in UTF-16',
    (from) => Buffer.from(`{${good(from)}}`, 'utf16le'),
    { 'content-type': 'application/json; charset=utf-16' },
  ],
  ['JSON that breaks off', (from) => `{${good(from)}`, json],
  ['a list', (from) => `[{${good(from)}}]`, json],
  ['null', () => 'null', json],
  ['__proto__', (from) => `{${good(from)},"__proto__":{"isStaff":true}}`, json],
  ['a field that nobody asked for', (from) => `{${good(from)},"status":"completed"}`, json],
  ['a zero byte', (from) => `{${good(from).replace('No', '\\u0000')}}`, json],
  ['half a surrogate pair', (from) => `{${good(from).replace('No', '\\ud83d')}}`, json],
  ['no body', () => '', json],
  ['no content type', (from) => utf8(`{${good(from)}}`), {}],
  ['XML', () => '<block/>', { 'content-type': 'application/xml' }],
  ['a form with a field twice', (from) => `${fields(from)}&version=${from.version}`, form],
  ['a form with more fields than any form has', (from) => `${'x=1&'.repeat(300)}${fields(from)}`, form],
  ['a form with a field larger than a megabyte', (from) => fields(from) + 'x'.repeat(1024 * 1024 + 1), form],
  ['a form with files but no boundary', (from) => fields(from), { 'content-type': 'multipart/form-data' }],
  [
    'a form with a field without a name',
    () => '--x\r\ncontent-disposition: form-data; name=""\r\n\r\nx\r\n--x--\r\n',
    { 'content-type': 'multipart/form-data; boundary=x' },
  ],
  [
    'a form with files that breaks off',
    ({ id }) => `--x\r\ncontent-disposition: form-data; name="id"\r\n\r\n${id}`,
    { 'content-type': 'multipart/form-data; boundary=x' },
  ],
]

test.each(wrong)('%s is refused with a sentence and changes nothing', async (_, body, headers) => {
  const { id, code, version } = await aMilestone(world(), { status: 'in_progress' })
  const sent = { as: world().tokens.official, body: body({ id: newId(), version }), headers }
  const answer = await knock('POST', `/api/v1/milestones/${code}/blocks`, sent)
  expect(answer.status).toBe(422)
  expect((await answer.json()).problem.text).toMatch(/\.$/)
  expect(await versionOf(id)).toEqual({ version, status: 'in_progress' })
})

test('what is right of all that is taken, in JSON and as a form', async () => {
  for (const [body, headers] of [
    [(from: Good) => `{${good(from)}}`, json],
    [fields, form],
  ] as const) {
    const { code, version } = await aMilestone(world(), { status: 'in_progress' })
    const sent = { as: world().tokens.official, body: body({ id: newId(), version }), headers }
    expect((await knock('POST', `/api/v1/milestones/${code}/blocks`, sent)).status).toBe(201)
  }
})

test('of more files than a report takes none is lost without a word', async () => {
  const as = world().tokens.official
  expect((await knock('POST', '/api/v1/files', { as, body: files(maxEvidencePerReport) })).status).toBe(201)
  expect((await knock('POST', '/api/v1/files', { as, body: files(maxEvidencePerReport + 1) })).status).toBe(
    422,
  )
})

test('a body of a gigabyte is not read to its end', async () => {
  let pulled = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1
      if (pulled > 16_384) controller.close()
      else controller.enqueue(new Uint8Array(65_536).fill(32))
    },
  })
  const { code } = await aMilestone(world())
  const sent = { as: world().tokens.official, body: endless, headers: json }
  expect((await knock('POST', `/api/v1/milestones/${code}/starts`, sent)).status).toBe(422)
  expect(pulled).toBeLessThan(100)
})

test('doors that need no sign-in read no more than a megabyte either', async () => {
  const body = `language=ko&x=${'x'.repeat(2 * 1024 * 1024)}`
  const sent = { body, headers: form }
  expect((await knock('POST', '/api/v1/languages', sent)).status).toBe(422)
  expect((await knock('POST', '/api/v1/credentials', sent)).status).toBe(422)
  expect((await knock('POST', '/api/auth/callback/password', sent)).status).toBe(413)
})

test('nor do they take fields that are a megabyte only together', async () => {
  const half = 'x'.repeat(600 * 1024)
  for (const door of ['/api/v1/languages', '/api/v1/credentials']) {
    const answer = await knock('POST', door, { body: `language=ko&a=${half}&b=${half}`, headers: form })
    expect((await answer.json()).problem.message).toBe('door.too-large')
  }
})
