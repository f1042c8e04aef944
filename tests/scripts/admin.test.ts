import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from '#tests/axe.ts'
import { freePort } from '#lib/core/free-port.ts'
import { ask, folderForFile, newDatabaseOn, serverIn } from '#tests/own-server.ts'
import { refusal, run } from '#tests/scripts.ts'
import { openBrowser, startSite, type Site } from '#tests/site.ts'

/** Langar on a given database, where nobody is yet: the first admin, from the link to the first page. */

const folder = folderForFile()
const firstAdmin = ['--country', 'UZ', '--name', 'First admin', '--email', 'Admin@ministry.example']
const password = 'four words in a row'
const dead = 'This link cannot be used'
let environment = { DATABASE_URL: '', LANGAR_FOLDER: '', PORT: '' }
let address = ''
let langar: Site
let browser: Browser
const links: string[] = []

beforeAll(async () => {
  const at = {
    databaseUrl: await newDatabaseOn(await serverIn(folder)),
    folder: join(folder, 'langar'),
    port: await freePort(),
  }
  environment = { DATABASE_URL: at.databaseUrl, LANGAR_FOLDER: at.folder, PORT: String(at.port) }
  langar = await startSite(at)
  address = langar.address
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await langar?.stop()
})

test.each([
  [[], '--country is missing. Type «npm run admin:create'],
  [['--country', 'uz', ...firstAdmin.slice(2)], '--country has to be the two letters of a country, like UZ'],
  [firstAdmin.slice(0, 4), '--email is missing'],
  [[...firstAdmin.slice(0, 5), 'nobody'], '--email has to be a mail address'],
  [[...firstAdmin, '--password', 'x'], 'Type «npm run admin:create'],
  [['--country', 'FR', ...firstAdmin.slice(2)], 'Langar does not know the country FR: it knows KR, UZ'],
  [[...firstAdmin, '--organisation', 'NOWHERE'], 'UZ has no organisation NOWHERE'],
])('%j is one sentence and makes nobody', async (words, sentence) => {
  expect(await run('admin', environment, words)).toEqual(refusal(sentence))
  expect(await ask(environment.DATABASE_URL, 'select email from people')).toEqual([])
})

test.each(['admin', 'verify'])('%s in a database without Langar is one sentence', async (script) => {
  const empty = await newDatabaseOn(await serverIn(folder))
  expect(
    await run(script, { ...environment, DATABASE_URL: empty }, script === 'admin' ? firstAdmin : []),
  ).toEqual(refusal('There is no Langar in this database yet: type npm start, or npm run migrate'))
})

test('the first admin is made and gets a link; typed again, another one', async () => {
  for (let time = 0; time < 2; time++) {
    const made = await run('admin', environment, firstAdmin)
    expect(made).toMatchObject({ code: 0, errors: '' })
    expect(made.said).toContain('First admin chooses a password here, once, within seven days:\n')
    links.push(new RegExp(`^${RegExp.escape(address)}/sign-in/[\\w-]{43}$`, 'm').exec(made.said)?.[0] ?? '')
  }
  expect(new Set(links).size).toBe(2)
  expect(
    await ask(
      environment.DATABASE_URL,
      `select p.name, p.email, g.role, c.code from people p join appointments a on a.person_id = p.id
       join grants g on g.post_id = a.post_id join countries c on c.id = p.country_id`,
    ),
  ).toEqual([{ name: 'First admin', email: 'admin@ministry.example', role: 'admin', code: 'UZ' }])
})

test('a second first admin is refused', async () => {
  const other = [...firstAdmin.slice(0, 3), 'Second admin', '--email', 'second@ministry.example']
  expect(await run('admin', environment, other)).toEqual(
    refusal('First admin is admin of this installation already, and can appoint others in it'),
  )
})

test('the link opens a form that says what is wrong beside the field, and tries nothing else', async () => {
  const page = await opened({ javaScript: true })
  await page.goto(link(1))
  await axe(page)
  expect(await page.getByLabel('E-mail').inputValue()).toBe('admin@ministry.example')
  for (const [typed, again, field, sentence] of [
    ['short', 'short', 'New password', 'Take at least 12 characters'],
    [password, 'four words in a raw', 'The same password again', 'The two passwords are not the same'],
    ['admin@ministry.example', 'admin@ministry.example', 'New password', 'This is your e-mail address'],
    ['a'.repeat(201), 'a'.repeat(201), 'New password', 'longer than 200 characters'],
  ] as const) {
    await choose(page, typed, again)
    await page.getByText(sentence).waitFor()
    await expect
      .poll(async () => {
        const described = await page.getByLabel(field).getAttribute('aria-describedby')
        return page.locator(`#${described?.split(' ').at(-1)}`).textContent()
      })
      .toContain(sentence)
    await expect.poll(() => page.getByLabel(field).inputValue()).toBe('')
  }
  await axe(page)
  await page.context().close()
})

test('without JavaScript a password is chosen, and signs in to what an admin sees', async () => {
  const page = await opened({ javaScript: false })
  await page.goto(link(1))
  await choose(page, 'short', 'short')
  await page.getByText('Take at least 12 characters').waitFor()
  await choose(page, password, password)
  await page.waitForURL('**/sign-in?done=people.choose-password')
  await page.getByText('Your password is saved.').waitFor()

  await signIn(page, 'admin@ministry.example', 'four words in a raw')
  await page.getByText('The e-mail or the password is not right.').waitFor()
  await signIn(page, 'Admin@Ministry.example', password)
  await page.waitForURL('**/admin/partnerships')
  await page.getByText('First admin').first().waitFor({ state: 'attached' })
  await page.getByRole('heading', { level: 1, name: 'Partnerships' }).waitFor()
  await page
    .getByRole('link', { name: /Uzbekistan/ })
    .first()
    .waitFor()
  await page.context().close()
})

test('used, superseded and invented links all say the same, and nothing of anybody', async () => {
  const page = await opened({ javaScript: false })
  const said = new Set<string>()
  for (const used of [link(1), link(0), `${address}/sign-in/${'A'.repeat(43)}`]) {
    const answer = await page.goto(used)
    said.add(`${answer?.status()} ${await page.title()} ${await page.locator('main').innerHTML()}`)
    await page.getByRole('heading', { name: dead }).waitFor()
    const sent = await page.request.post('/api/v1/credentials', {
      data: { token: used.split('/').at(-1), password: 'another four words', again: 'another four words' },
    })
    said.add(`${sent.status()} ${await sent.text()}`)
  }
  expect(said.size).toBe(2)
  for (const known of ['First admin', 'admin@ministry.example']) expect([...said].join()).not.toContain(known)
  await signIn(page, 'admin@ministry.example', password)
  await page.waitForURL('**/admin/partnerships')
  await page.context().close()
})

test('another site cannot choose a password', async () => {
  const answer = await fetch(`${address}/api/v1/credentials`, {
    method: 'POST',
    body: new URLSearchParams({ token: 'x', password, again: password }),
    headers: { 'sec-fetch-site': 'cross-site', accept: 'text/html' },
  })
  expect(answer.status).toBe(403)
})

test('the answer does not tell whether an address has an account', async () => {
  const answers = new Set<string>()
  for (const email of ['admin@ministry.example', 'nobody@ministry.example']) {
    const answer = await fetch(`${address}/api/auth/callback/password`, {
      method: 'POST',
      body: new URLSearchParams({ email, password: 'not this one', callbackUrl: '/' }),
      redirect: 'manual',
    })
    answers.add(`${answer.status} ${answer.headers.get('location')}`)
  }
  expect([...answers]).toEqual([expect.stringContaining('error=CredentialsSignin')])
})

const link = (number: number) => links[number] ?? ''

async function opened({ javaScript }: { javaScript: boolean }): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    javaScriptEnabled: javaScript,
    locale: 'en-GB',
  })
  return context.newPage()
}

async function choose(page: Page, password: string, again: string): Promise<void> {
  await page.getByLabel('New password').fill(password)
  await page.getByLabel('The same password again').fill(again)
  await page.getByRole('button', { name: 'Save the password' }).click()
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
