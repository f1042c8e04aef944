import { expect, inject, test } from 'vitest'
import { Asker } from '#tests/asking.ts'

/** Who has not signed in writes nothing into the operator's log: no lines of his own, and none by sending nonsense. That
 *  nothing stands there afterwards is looked at when the program ends, in global-site.ts. */

const nobody = new Asker(inject('siteAddress'))

test.each([
  { level: 'error', code: 'The audit trail does not verify', message: 'Everybody out' },
  { level: 'warn', code: 'x'.repeat(100_000) },
  { level: 'constructor', code: 'x' },
  { level: '', code: '' },
])('the library’s own door for messages is none: %j', async (form) => {
  expect((await nobody.post('/api/auth/_log', form)).status).toBe(404)
  expect(
    (await nobody.ask(`/api/auth/_log?${String(new URLSearchParams(form)).slice(0, 1000)}`)).status,
  ).toBe(400)
})

test.each(['javascript:alert(1)', 'no address at all', 'http://', '\n\nLangar is ready'])(
  'nor does a way back that leads to %j leave a word',
  async (callbackUrl) => {
    await nobody.post('/api/auth/signout', { callbackUrl })
    await nobody.post('/api/auth/callback/password', { email: 'x', password: 'x', callbackUrl })
    await nobody.ask(`/api/auth/signin?callbackUrl=${encodeURIComponent(callbackUrl)}`)
    nobody.cookies.set('next-auth.callback-url', encodeURIComponent(callbackUrl))
    await nobody.post('/api/auth/callback/demo', { post: 'x' })
  },
)
