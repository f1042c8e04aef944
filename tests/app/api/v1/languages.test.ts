import fc from 'fast-check'
import { expect, test } from 'vitest'
import { POST } from '../../../../app/api/v1/languages/route.ts'

const here = 'http://127.0.0.1:3000'

function form(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const sent = { host: '127.0.0.1:3000', origin: here, 'sec-fetch-site': 'same-origin', ...headers }
  return new Request(`${here}/api/v1/languages`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: sent,
  })
}

test('a chosen language is kept for a year, and one is back where one was, question and all', async () => {
  const answer = await POST(form({ language: 'ko', back: '/UZ-KR/board?direction=SC&side=UZ' }))
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/UZ-KR/board?direction=SC&side=UZ')
  expect(answer.headers.get('set-cookie')).toBe(
    'langar-language=ko; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax',
  )
})

test('JSON does the same', async () => {
  const body = JSON.stringify({ language: 'uz', back: '/my-work' })
  const headers = { 'content-type': 'application/json', host: '127.0.0.1:3000' }
  const answer = await POST(new Request(`${here}/api/v1/languages`, { method: 'POST', body, headers }))
  expect(answer.headers.get('location')).toBe('/my-work')
  expect(answer.headers.get('set-cookie')).toContain('langar-language=uz;')
})

test.each([
  ['https', true],
  ['https, http', true],
  ['http', false],
  ['http, https', false],
])('asked over %s, by the first proxy’s word, the cookie is kept to https: %s', async (protocols, isKept) => {
  const answer = await POST(form({ language: 'ru', back: '/' }, { 'x-forwarded-proto': protocols }))
  expect(answer.headers.get('set-cookie')?.endsWith('; Secure')).toBe(isKept)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/..//evil.example',
  '',
])('no way back leads to another host: %j', async (back) => {
  const location = (await POST(form({ language: 'ko', back }))).headers.get('location') ?? ''
  expect(new URL(location, here).origin).toBe(here)
  expect(location).toMatch(/^\/(?![/\\])/)
})

test('nor does any other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^[/\\.\t@:a-z?#%]*$/), async (back) => {
      const location = (await POST(form({ language: 'ko', back }))).headers.get('location') ?? ''
      expect(new URL(location, here).origin).toBe(here)
    }),
  )
})

test('another site cannot choose for one', async () => {
  expect((await POST(form({ language: 'ko' }, { 'sec-fetch-site': 'cross-site' }))).status).toBe(403)
  const old = { 'content-type': 'application/json', host: '127.0.0.1:3000', origin: 'http://evil.example' }
  const body = JSON.stringify({ language: 'ko' })
  expect(
    (await POST(new Request(`${here}/api/v1/languages`, { method: 'POST', body, headers: old }))).status,
  ).toBe(403)
})

test('a language that the interface does not speak is refused', async () => {
  const answer = await POST(form({ language: 'tlh', back: '/' }))
  expect(answer.status).toBe(422)
  expect(answer.headers.get('set-cookie')).toBeNull()
})

test('what is no form at all is refused, not a crash', async () => {
  const headers = { 'content-type': 'application/json', host: '127.0.0.1:3000' }
  const answer = await POST(new Request(`${here}/api/v1/languages`, { method: 'POST', body: '{', headers }))
  expect(answer.status).toBe(422)
})
