import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf } from '../../prisma/seed/rows.ts'
import { violationsOn } from '#tests/axe.ts'
import { openBrowser, signedIn } from '#tests/site.ts'

/** Walks from `/` along every link, as every role, in every language.
 *
 *  Who sees most opens every page there is, a quarter of the records in each language; every other role opens every kind of
 *  page in one language, each another. What can be read off the answer is read there. The rest needs a real browser and
 *  seconds a page: axe, the console, foreign requests. There who sees most opens every kind of page, the others every
 *  eighth, each in another language and from another one on. */

const site = { address: inject('siteAddress') }
const languages = ['en', 'uz', 'ru', 'ko'] as const
type Language = (typeof languages)[number]
const whoSeesMost = 'staff.uz'
const others = [
  'official.uz-miit',
  'observer.uz',
  'side-admin.uz',
  'staff.kr',
  'official.kr-motie',
  'observer.kr',
  'side-admin.kr',
  'admin',
]

type Answered = { address: string; path: string; status: number; html: string }

/** One who has signed in with one click, without a browser. */
async function cookieOf(who: string): Promise<string> {
  const answer = await fetch(`${site.address}/api/auth/callback/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.address, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ post: idOf('post', `${who}@example.org`), callbackUrl: '/' }),
  })
  const session = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('langar-session='))
  if (!session) throw new Error(`${who} cannot sign in`)
  return session.split(';')[0] ?? ''
}

async function open(address: string, cookies: string): Promise<Answered> {
  const answer = await fetch(site.address + address, { headers: { cookie: cookies, accept: 'text/html' } })
  return { address, path: new URL(answer.url).pathname, status: answer.status, html: await answer.text() }
}

/** Each code in an address stands for its kind: `/UZ-KR/milestones/UZ-KR-SC-01-04` is `/UZ-KR/milestones/*`. Each form that a
 *  page opens is of a kind of its own: `/UZ-KR/milestones/*?act=block`. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, site.address)
  const [, partnership, noun, code, ...rest] = pathname.split('/')
  const path = code === undefined ? pathname : [`/${partnership}`, noun, '*', ...rest].join('/')
  const asked = [...searchParams].map(([key, value]) => (key === 'act' ? `act=${value}` : key))
  return `${path}?${[...new Set(asked)].toSorted().join('&')}`
}

const linksIn = (html: string) =>
  [...html.matchAll(/<a\s[^>]*?href="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

/** Opens what `/` leads to and so on, in the order in which it was found. `most`: how many addresses of a kind; those whose
 *  turn it is by `turn` where there are more. */
async function walk(
  cookies: string,
  {
    most,
    turn,
    isWanted = () => true,
  }: { most: (kind: string) => number; turn: number; isWanted?: (address: string) => boolean },
  visit: (page: Answered) => void,
): Promise<Map<string, string>> {
  const seen = new Set(['/'])
  const opened = new Map<string, string>()
  const waiting = new Map<string, string[]>([['/?', ['/']]])
  const taken = new Map<string, number>()
  const next = () => {
    for (const [kind, addresses] of waiting) {
      const already = taken.get(kind) ?? 0
      if (addresses.length === 0 || already >= most(kind)) continue
      taken.set(kind, already + 1)
      return addresses.splice(turn % addresses.length, 1)[0]
    }
    return undefined
  }
  let busy = 0
  const worker = async () => {
    for (;;) {
      const address = next()
      if (address === undefined) {
        if (busy === 0) return
        await new Promise((resolve) => setTimeout(resolve, 5))
        continue
      }
      busy += 1
      try {
        const page = await open(address, cookies)
        visit(page)
        if (!opened.has(kindOf(address))) opened.set(kindOf(address), address)
        for (const link of linksIn(page.html)) {
          if (seen.has(link) || link.startsWith('/api/') || !isWanted(link)) continue
          seen.add(link)
          const kind = kindOf(link)
          waiting.set(kind, [...(waiting.get(kind) ?? []), link])
        }
      } finally {
        busy -= 1
      }
    }
  }
  await Promise.all([worker(), worker(), worker(), worker()])
  return opened
}

/** What a reader or a screen reader is told, a piece each; record texts that say that they are English are left out, and
 *  so is what stands in a field to be changed. */
function wordsOf(html: string): string[] {
  const visible = html
    .replaceAll(/<(script|style|template|textarea)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<(\w+)\b[^>]*\slang="en"[^>]*>[^<]*<\/\1>/g, '')
  const named = [...visible.matchAll(/\s(?:aria-label|title|placeholder|alt)="([^"]*)"/g)].map(
    ([, words = '']) => words,
  )
  return [...visible.replaceAll(/<[^>]*>/g, '\n').split('\n'), ...named]
    .map((piece) => plain(piece).trim())
    .filter((piece) => piece !== '')
}

const plain = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll(/&#x27;|&#39;/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

type Messages = { [key: string]: string | Messages }
const flat = (messages: Messages, at = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[at + key, value] as [string, string]] : flat(value, `${at}${key}.`),
  )

let english: [string, string][] = []
let own: Record<Language, Map<string, string>>
let rawKey: RegExp

beforeAll(async () => {
  const all = await Promise.all(
    languages.map(async (language) => {
      const file = new URL(`../../messages/${language}.json`, import.meta.url)
      return [language, new Map(flat(JSON.parse(await readFile(file, 'utf8'))))] as const
    }),
  )
  own = Object.fromEntries(all) as typeof own
  english = [...own.en]
  const nouns = new Set(english.map(([key]) => key.split('.')[0]))
  rawKey = new RegExp(`(^|\\s)(${[...nouns].join('|')})\\.[a-z-]+(\\.[a-z_-]+)*(\\s|$)`)
})

/** Whole labels of the interface, and runs of three words and more of its sentences, as they stand in English alone. */
function englishFor(language: Language): { labels: Set<string>; runs: string[] } {
  const here = new Set(own[language].values())
  const foreign = english.filter(([key, text]) => own[language].get(key) !== text && !here.has(text))
  const labels = foreign
    .map(([, text]) => text)
    // A language is called by its own name everywhere.
    .filter((text) => !/[{<]/.test(text) && text.length > 3 && text !== 'English')
  const runs = foreign
    .filter(([, text]) => /[{<]/.test(text))
    .flatMap(([, text]) => text.split(/[{}<>]|\b(?:plural|select|one|other)\b/))
    .map((run) => run.replaceAll('#', '').trim())
    .filter((run) => run.split(/\s+/).length >= 3)
  return { labels: new Set(labels), runs }
}

/** What is wrong with an answer, in words; none: nothing. */
function faultsOf(
  { address, path, status, html }: Answered,
  language: Language,
  isSignedIn: boolean,
): string[] {
  const { labels, runs } = englishCache[language] ?? (englishCache[language] = englishFor(language))
  const words = wordsOf(html)
  const text = words.join('\n')
  return [
    status !== 200 && `status ${status}`,
    isSignedIn && path === '/sign-in' && address !== '/sign-in' && 'led to sign in',
    !html.includes(`<html lang="${language}"`) && `not in ${language}`,
    /\s(?:src|srcset)="(?:https?:)?\/\//.test(html) && 'a foreign resource',
    /<link\s[^>]*href="(?:https?:)?\/\//.test(html) && 'a foreign link element',
    ...(/\bundefined\b|\bNaN\b|\[object|Invalid Date/.exec(text) ?? []),
    ...words.filter((piece) => rawKey.test(piece)).map((piece) => `raw key: ${piece}`),
    ...(language === 'en'
      ? []
      : words.filter((piece) => labels.has(piece)).map((piece) => `English: ${piece}`)),
    ...(language === 'en' ? [] : runs.filter((run) => text.includes(run)).map((run) => `English: ${run}`)),
  ]
    .filter((fault) => typeof fault === 'string')
    .map((fault) => `${language} ${address}: ${fault}`)
}
const englishCache: Partial<Record<Language, ReturnType<typeof englishFor>>> = {}

/** By who walked: an address of each kind that was opened, for the browser. */
const openedBy = new Map<string, Map<string, string>>()

test.each(languages)(
  'nobody signed in, in %s: the first page and signing in, and nothing else',
  async (language) => {
    const faults: string[] = []
    const opened = await walk(`langar-language=${language}`, { most: () => 3, turn: 0 }, (page) =>
      faults.push(...faultsOf(page, language, false)),
    )
    expect(faults).toEqual([])
    expect([...opened.values()].toSorted()).toEqual(['/', '/sign-in'])
  },
)

test.each(languages.map((language, at) => ({ language, at })))(
  'who sees most opens every page, a quarter of the records in $language',
  async ({ language, at }) => {
    const faults: string[] = []
    let pages = 0
    const cookies = `${await cookieOf(whoSeesMost)}; langar-language=${language}`
    const isRecord = (kind: string) => kind.includes('*') && kind.endsWith('?')
    const quarter = (address: string) =>
      [...address].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 4
    const opened = await walk(
      cookies,
      {
        most: (kind) => (isRecord(kind) ? Infinity : 3),
        turn: 0,
        isWanted: (address) => !isRecord(kindOf(address)) || quarter(address) === at,
      },
      (page) => {
        pages += 1
        faults.push(...faultsOf(page, language, true))
      },
    )
    openedBy.set(whoSeesMost, opened)
    expect(faults).toEqual([])
    expect(pages).toBeGreaterThan(200)
  },
)

test.each(
  others.flatMap((who, turn) => languages.map((language, at) => ({ who, turn: turn + at, language }))),
)('$who opens every kind of page in $language', async ({ who, language, turn }) => {
  const faults: string[] = []
  const cookies = `${await cookieOf(who)}; langar-language=${language}`
  const opened = await walk(cookies, { most: () => 1, turn }, (page) =>
    faults.push(...faultsOf(page, language, true)),
  )
  openedBy.set(who, opened)
  expect(faults).toEqual([])
  expect(opened.size).toBeGreaterThan(20)
})

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each([whoSeesMost, ...others].map((who, turn) => ({ who, turn })))(
  'in a browser $who: axe, a silent console, no foreign request',
  async ({ who, turn }) => {
    const opened = openedBy.get(who) ?? new Map<string, string>()
    // Who is signed in is led on from where one signs in.
    const isPlain = (kind: string) => /\?(act=[\w-]+)?$/.test(kind) && kind !== '/sign-in?'
    const kinds = [...opened].filter(([kind]) => isPlain(kind)).map(([, address]) => address)
    const wanted = kinds.filter((_, at) => who === whoSeesMost || at % others.length === turn % others.length)
    const faults: string[] = []
    const { page, context } = await signedIn(browser, site, who)
    watch(page, faults)
    for (const [at, address] of wanted.entries()) {
      const language = languages[(at + turn) % languages.length] ?? 'en'
      await context.addCookies([{ name: 'langar-language', value: language, url: site.address }])
      await page.goto(address)
      for (const violation of await violationsOn(page)) faults.push(`${language} ${address}: ${violation}`)
    }
    await context.close()
    expect(faults).toEqual([])
    expect(wanted.length).toBeGreaterThan(who === whoSeesMost ? 15 : 1)
  },
  300_000,
)

function watch(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    if (message.type() !== 'debug') faults.push(`${page.url()}: console ${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.address))
      faults.push(`${page.url()}: asks for ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${page.url()}: ${response.status()} of ${response.url()}`)
  })
}
