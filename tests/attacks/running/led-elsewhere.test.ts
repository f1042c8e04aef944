import { expect, inject, test } from 'vitest'
import { Asker } from '#tests/asking.ts'

/** A link or form that begins at our address and ends at another. */

const address = inject('siteAddress')
const elsewhere = [
  'https://evil.example/x',
  '//evil.example/x',
  '/\\evil.example/x',
  '/\t/evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  `${address}@evil.example`,
  `${address}.evil.example`,
  'http://127.0.0.1:1/x',
]
const staysHere = (answer: Response) => {
  const location = answer.headers.get('location')
  if (location === null) return
  expect(new URL(location, address).origin).toBe(address)
  expect(location).not.toMatch(/^(\/\/|\/\\)/)
}

test.each(elsewhere)('signing in does not lead to %j', async (callbackUrl) => {
  const staff = new Asker(address)
  const answer = await staff.signIn('staff.uz', { callbackUrl })
  expect(answer.status).toBe(302)
  staysHere(answer)
  expect(staff.session).toBeDefined()
})

test.each(elsewhere)('nor signing out to %j, nor a failure, nor what a cookie says', async (callbackUrl) => {
  const staff = new Asker(address)
  await staff.signIn('staff.uz')
  staysHere(await staff.post('/api/auth/signout', { callbackUrl }))
  staysHere(await staff.post('/api/auth/callback/password', { email: 'x', password: 'x', callbackUrl }))
  const query = `?callbackUrl=${encodeURIComponent(callbackUrl)}&next=${encodeURIComponent(callbackUrl)}`
  for (const path of ['/api/auth/signin', '/api/auth/signout', '/api/auth/error', '/sign-in', '/'])
    staysHere(await staff.ask(path + query))
  staff.cookies.set('next-auth.callback-url', encodeURIComponent(callbackUrl))
  staysHere(await staff.post('/api/auth/callback/demo', { post: 'x' }))
  staysHere(await staff.signIn('staff.uz'))
})

test('no page has a link or form that a forged parameter leads elsewhere', async () => {
  const staff = new Asker(address)
  for (const path of ['/', '/sign-in']) {
    const answer = await staff.ask(`${path}?callbackUrl=https://evil.example&next=//evil.example&error=x`)
    const places = (await answer.text()).matchAll(/(?:href|action|value)="([^"]*evil\.example[^"]*)"/g)
    for (const [, place = ''] of places) expect(new URL(place, address).origin).toBe(address)
  }
})

test('a name in the host header is not written into our pages, nor into where they lead', async () => {
  const { request } = await import('node:http')
  const asked = (path: string) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>()
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', accept: 'text/html' }
    request(new URL(path, address), { headers }, async (answer) => {
      let body = JSON.stringify(answer.headers)
      for await (const piece of answer) body += String(piece)
      resolve(body)
    })
      .on('error', reject)
      .end()
    return promise
  }
  for (const path of ['/', '/sign-in', '/UZ-KR/board', '/api/v1/my-work'])
    expect(await asked(path), path).not.toContain('evil.example')
})
