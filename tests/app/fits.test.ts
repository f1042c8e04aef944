import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { languages } from '#lib/format/language.ts'
import { answering } from '#tests/answering.ts'
import { pathTo } from '#tests/path-to.ts'
import { Asker } from '#tests/asking.ts'
import { openBrowser, signedIn } from '#tests/site.ts'
import { idOf } from '../../prisma/seed/rows.ts'

/** On a phone, 390 px wide, every page there is holds the words of its language, with every form that it opens: no button, no
 *  tab and no head of a column is cut, covered or pushed out, and no page is wider than the window. Looked at as the server sends
 *  it, without JavaScript: that moves nothing, and takes half the time. */

const site = { address: inject('siteAddress') }
const pages = answering.filter(({ kind, address }) => kind === 'page' && !address.endsWith('{missing}'))
let browser: Browser
/** Where somebody would choose a password. */
let oneTimeLink = ''

beforeAll(async () => {
  browser = await openBrowser()
  const admin = new Asker(site.address)
  await admin.signIn('side-admin.uz')
  const person = idOf('person', 'official.uz-tmk@example.org')
  const made = await admin.ask(`/api/v1/people/${person}/links`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.address, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ id: randomUUID() }),
  })
  oneTimeLink = (await made.json()).value.path
})
afterAll(() => browser.close())

test.each(languages)('in %s', async (language) => {
  const wrong: string[] = []
  const forms = new Set<string>()
  const shown = new Set<string>()
  for (const who of ['staff.uz', 'official.uz-miit', 'admin', 'side-admin.uz', undefined]) {
    const { page, context } = await (who
      ? signedIn(browser, site, who, { language, width: 390, javaScript: false })
      : stranger(language))
    for (const one of pages.filter((one) => isTheirs(one.address, who))) {
      const answer = await page.goto(one.address === '/sign-in/{token}' ? oneTimeLink : pathTo(one))
      if (answer?.status() !== 200) continue
      shown.add(one.address)
      wrong.push(...(await cutOn(page)).map((what) => `${who} ${one.address}: ${what}`))
      for (const form of await formsOf(page)) {
        forms.add(`${one.address} ${kindOfForm(form)}`)
        await page.goto(form)
        wrong.push(...(await cutOn(page)).map((what) => `${who} ${form}: ${what}`))
      }
    }
    await context.close()
  }
  expect([...new Set(wrong)]).toEqual([])
  expect(pages.filter(({ address }) => !shown.has(address))).toEqual([])
  expect(forms.size).toBeGreaterThan(20)
})

test.each([
  ['/admin/audit-events', 'ol > li summary'],
  ['/UZ-KR/board', 'article'],
])('the filters of %s are folded away: the list begins on the first screen', async (address, first) => {
  const { page, context } = await signedIn(browser, site, 'staff.uz', { width: 390, javaScript: false })
  await page.goto(address)
  const top = async () => (await page.locator(first).first().boundingBox())?.y ?? Infinity
  const folded = await top()
  expect(folded).toBeLessThan(450)
  await page.locator('label', { hasText: 'Filters' }).click()
  await expect.poll(top).toBeGreaterThan(folded + 100)
  await context.close()
})

/** The addresses of this very page that open a form; of each kind the first. */
async function formsOf(page: Page): Promise<string[]> {
  const addresses = await page.$$eval('a[href*="?"]', (links) =>
    links.flatMap((link) => {
      const { pathname, search, searchParams } = new URL((link as HTMLAnchorElement).href)
      return pathname === location.pathname && searchParams.has('act') ? [pathname + search] : []
    }),
  )
  return [...new Map(addresses.toReversed().map((address) => [kindOfForm(address), address])).values()]
}

/** What the form is of: which record of its page does not matter. */
const kindOfForm = (address: string) =>
  new URLSearchParams(address.slice(address.indexOf('?'))).get('act') ?? ''

/** Each page is looked at once: by those whose work it is. */
function isTheirs(address: string, who: string | undefined): boolean {
  if (who === undefined) return address === '/' || address.startsWith('/sign-in')
  if (who === 'admin') return address.startsWith('/admin')
  if (who.startsWith('side-admin'))
    return /^\/admin\/(organisations|people|posts|acceptance-steps)/.test(address)
  if (who.startsWith('official')) return address === '/my-work' || address.endsWith('progress-reports')
  return address !== '/' && !/^\/(sign-in|admin|my-work)/.test(address)
}

async function stranger(language: string): Promise<{ page: Page; context: { close(): Promise<void> } }> {
  const context = await browser.newContext({
    baseURL: site.address,
    viewport: { width: 390, height: 900 },
    javaScriptEnabled: false,
  })
  await context.addCookies([{ name: 'langar-language', value: language, url: site.address }])
  return { page: await context.newPage(), context }
}

/** In the browser: what does not fit. What scrolls sideways on purpose may be as wide as it likes. */
function cutOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const { scrollWidth } = document.documentElement
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} px wide`)
    for (const element of document.querySelectorAll<HTMLElement>(
      'button, a.button, .tabs a, th, [role="columnheader"], summary, label, legend',
    )) {
      const { width, right, left } = element.getBoundingClientRect()
      if (width <= 1 || isForReadersAlone(element)) continue
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const said = `${element.localName} “${element.textContent.trim().slice(0, 60)}”`
      for (const part of [element, ...element.querySelectorAll<HTMLElement>('*')]) {
        const { overflowX, textOverflow, display } = getComputedStyle(part)
        const mayRound = textOverflow === 'ellipsis' ? 0 : 1 // an ellipsis takes letters for a part of a pixel, too
        const isCut =
          part.scrollWidth > part.clientWidth + mayRound && overflowX !== 'visible' && display !== 'inline'
        if (isCut && part.clientWidth > 1 && part.textContent.trim() !== '')
          found.push(`${said} is cut: ${part.scrollWidth} in ${part.clientWidth} px`)
      }
      if (!scrolls(element) && (right > innerWidth + 1 || left < -1)) found.push(`${said} stands outside`)
    }
    return found

    /** Drawn into one pixel, so that only screen readers find it. */
    function isForReadersAlone(element: Element): boolean {
      for (let above: Element | null = element; above; above = above.parentElement)
        if (above.clientWidth <= 1 && getComputedStyle(above).overflowX === 'hidden') return true
      return false
    }

    function scrolls(element: Element): boolean {
      for (let above = element.parentElement; above; above = above.parentElement)
        if (/auto|scroll/.test(getComputedStyle(above).overflowX)) return true
      return false
    }
  })
}
