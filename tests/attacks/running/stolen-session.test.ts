import { expect, inject, test } from 'vitest'
import { Asker } from '#tests/asking.ts'

/** A session that somebody else knows: planted before, copied after, made up. */

const address = inject('siteAddress')
const mine = '/api/v1/my-work'
const statusWith = async (session: string) =>
  (await fetch(new URL(mine, address), { headers: { cookie: `langar-session=${session}` } })).status

test('a cookie copied before signing out opens nothing afterwards', async () => {
  const staff = new Asker(address)
  await staff.signIn('staff.uz')
  const copied = staff.session ?? ''
  expect(await statusWith(copied)).toBe(200)
  await staff.post('/api/auth/signout', { callbackUrl: '/' })
  expect(staff.session).toBeUndefined()
  expect(await statusWith(copied)).toBe(401)
})

test('signing out ends this session and no other of the same person', async () => {
  const [office, phone] = [new Asker(address), new Asker(address)]
  await office.signIn('staff.kr')
  await phone.signIn('staff.kr')
  await office.post('/api/auth/signout', { callbackUrl: '/' })
  expect((await phone.ask(mine)).status).toBe(200)
})

test('a cookie planted before signing in is replaced, and never becomes a session', async () => {
  const planted = 'a'.repeat(43)
  const victim = new Asker(address)
  victim.cookies.set('langar-session', planted)
  await victim.signIn('official.uz-miit')
  expect(victim.session).not.toBe(planted)
  expect((await victim.ask(mine)).status).toBe(200)
  expect(await statusWith(planted)).toBe(401)
})

test('a planted session of somebody else is left when one signs in', async () => {
  const attacker = new Asker(address)
  await attacker.signIn('observer.uz')
  const victim = new Asker(address)
  victim.cookies.set('langar-session', attacker.session ?? '')
  await victim.signIn('official.uz-miit')
  expect(victim.session).not.toBe(attacker.session)
})

test.each(['', 'null', 'undefined', '[object Object]', '../../x', '%00', 'x'.repeat(5000), "' or 1=1 --"])(
  'the made-up session %j is none',
  async (session) => {
    expect(await statusWith(session)).toBe(401)
  },
)

test('the session’s cookie is out of reach of scripts and of other sites', async () => {
  const answer = await new Asker(address).signIn('staff.uz')
  const [cookie] = answer.headers.getSetCookie().filter((line) => line.startsWith('langar-session='))
  expect(cookie).toMatch(/; Path=\//i)
  expect(cookie).toMatch(/; HttpOnly/i)
  expect(cookie).toMatch(/; SameSite=Lax/i)
  expect(cookie).not.toMatch(/; Domain=/i)
})

test('the session is told to nobody by the library’s own doors', async () => {
  const staff = new Asker(address)
  await staff.signIn('staff.uz')
  for (const door of ['session', 'csrf', 'providers']) {
    const said = await (await staff.ask(`/api/auth/${door}`)).text()
    expect(said).not.toContain(staff.session)
    expect(said).not.toContain('@')
  }
})
