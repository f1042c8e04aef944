import { createHash } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '#lib/core/passwords.ts'
import { maxFileBytes } from '#lib/rules/limits.ts'
import { ask } from '#tests/own-server.ts'
import { ownerUrlIn } from '#tests/scripts.ts'
import { openBrowser, startSite, type Site } from '#tests/site.ts'
import { tlsProxyTo } from '#tests/tls-proxy.ts'
import { idOf } from '../../../prisma/seed/rows.ts'

/** Langar as it runs for real: a reverse proxy before it that ends TLS (LANGAR_TRUST_PROXY=1, LANGAR_HTTPS=1). */

const email = 'staff.uz@example.org'
const password = 'a long walk by the sea'
let site: Site
let proxy: Awaited<ReturnType<typeof tlsProxyTo>>
let browser: Browser

beforeAll(async () => {
  site = await startSite({ environment: { LANGAR_TRUST_PROXY: '1', LANGAR_HTTPS: '1' } })
  proxy = await tlsProxyTo(Number(new URL(site.address).port))
  browser = await openBrowser()
  const token = createHash('sha256').update('link').digest('hex')
  const person = idOf('person', email)
  const owner = await ownerUrlIn(site.folder)
  await ask(
    owner,
    `begin; select view_as('${person}', '${person}', array[common()], array[common()]);
     insert into one_time_links (id, audience_id, person_id, token_hash, until)
       select gen_random_uuid(), audience_id, id, '\\x${token}', now() + interval '1 day' from people where id = '${person}';
     select seal('import'); commit; select set_credential('link', '${await hashPassword(password)}')`,
  )
})
afterAll(async () => {
  await browser?.close()
  proxy?.close()
  await site?.stop()
})

async function signedIn(): Promise<Page> {
  const context = await browser.newContext({ baseURL: proxy.address, ignoreHTTPSErrors: true })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${proxy.address}/UZ-KR/**`)
  return page
}

test('signing in through it: the cookie is kept to this host and to HTTPS, and one arrives where one was', async () => {
  const context = (await signedIn()).context()
  const session = (await context.cookies()).find(({ name }) => name === '__Host-langar')
  expect(session).toMatchObject({
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    domain: 'localhost',
  })
  expect((await context.cookies()).filter(({ secure }) => !secure)).toEqual([])
  await context.close()
})

test('a file as large as any may be goes through it', async () => {
  const page = await signedIn()
  const buffer = Buffer.alloc(maxFileBytes, 'A letter. ')
  const answer = await page.request.post('/api/v1/files', {
    multipart: { file: { name: 'Act.txt', mimeType: 'text/plain', buffer } },
    headers: { origin: proxy.address, 'sec-fetch-site': 'same-origin', accept: 'application/json' },
  })
  expect(answer.status()).toBe(201)
  await page.context().close()
})

test('a form that another site sends is refused', async () => {
  const form = { language: 'ko', back: '/' }
  const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }
  expect((await proxy.ask('/api/v1/languages', { form, headers })).status).toBe(403)
})

test('browsers are told to use nothing but HTTPS, on pages, doors, files and refusals alike', async () => {
  for (const path of [
    '/',
    '/sign-in',
    '/UZ-KR/board',
    '/api/v1/my-work',
    '/api/auth/session',
    '/flags/uz.svg',
    '/icon.svg',
    '/no/such',
  ])
    expect((await proxy.ask(path)).headers['strict-transport-security'], path).toBe('max-age=31536000')
})

test('the language’s cookie is kept to HTTPS, too', async () => {
  const { headers } = await proxy.ask('/api/v1/languages', { form: { language: 'ko', back: '/' } })
  expect(headers['set-cookie']?.[0]).toMatch(/; Secure$/)
})

test('no page offers one click, and none signs in', async () => {
  expect((await proxy.ask('/')).body).not.toContain('/api/auth/callback/demo')
  const form = { post: idOf('post', email) }
  for (const headers of [{}, { 'x-forwarded-for': '127.0.0.1' }, { host: 'localhost:3000' }])
    expect(cookiesOf(await proxy.ask('/api/auth/callback/demo', { form, headers }))).not.toContain('langar')
})

test('who guesses is throttled by where he really is, whatever he writes into X-Forwarded-For', async () => {
  const tried = async (typed: string, forged?: string) => {
    const headers = forged === undefined ? {} : { 'x-forwarded-for': forged }
    return proxy.ask('/api/auth/callback/password', { form: { email, password: typed }, headers })
  }
  proxy.from('198.51.100.7')
  for (let n = 0; n < 10; n += 1)
    expect((await tried('a guess', `10.0.0.${n}`)).headers.location).toContain('CredentialsSignin')
  expect((await tried(password, '10.0.0.99')).headers.location).toContain('too-many')
  proxy.from('198.51.100.8')
  expect(cookiesOf(await tried(password))).toContain('__Host-langar=')
})

test('where it leads is on its own address', async () => {
  const { headers } = await proxy.ask('/api/auth/callback/password', { form: { email: 'x', password: 'x' } })
  expect(headers.location).toContain(`${proxy.address}/api/auth/error`)
  expect((await proxy.ask('/UZ-KR/board')).headers.location).toBe('/sign-in')
})

const cookiesOf = ({ headers }: { headers: { 'set-cookie'?: string[] | undefined } }) =>
  (headers['set-cookie'] ?? []).filter((cookie) => cookie.includes('langar=')).join()
