import type { Locator, Page } from 'playwright-core'
import { openBrowser } from '#tests/site.ts'

export type ColumnFigures = {
  /** In the document when it was measured. */
  cards: number
  /** From a key pressed to the paint that answers it, in milliseconds; the browser tells of none below 16. */
  p50: number
  p95: number
  slowest: { key: string; ms: number }
  /** While the wheel turned: how many frames were due, and how many of them came too late. */
  frames: number
  dropped: number
}

const most = 10_000

/** A real browser with every card of the planned column in one document, ten thousand at most, and how fast it answers keys.
 *  `board`: the path of a board; `token`: the session of somebody who may move its cards. */
export async function measureColumn(at: {
  address: string
  board: string
  token: string
}): Promise<ColumnFigures> {
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({
      baseURL: at.address,
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
    })
    await context.addCookies([{ name: 'langar-session', value: at.token, url: at.address }])
    const page = await context.newPage()
    await page.goto(at.board, { waitUntil: 'networkidle' })
    const column = page.getByRole('region', { name: /^Planned: / })
    const cards = await bringAll(column)
    await page.evaluate(observeKeys)
    const answers: { key: string; ms: number }[] = []
    for (const place of [0, Math.floor(cards / 2), cards - 8]) {
      await column.locator('[data-card] h3 a').nth(place).focus()
      for (const key of keys) answers.push({ key, ms: await pressed(page, key) })
    }
    const sorted = answers.toSorted((a, b) => a.ms - b.ms)
    const upTo = (part: number) => sorted[Math.ceil(sorted.length * part) - 1] ?? { key: '', ms: Number.NaN }
    return {
      cards,
      p50: upTo(0.5).ms,
      p95: upTo(0.95).ms,
      slowest: upTo(1),
      ...(await scrolled(page, column)),
    }
  } finally {
    await browser.close()
  }
}

/** From card to card, the menu of a card, the palette: what people press on a board. */
const keys = [
  ...Array<string>(5).fill('ArrowDown'),
  'ArrowUp',
  'Tab',
  'Shift+Tab',
  'm',
  'ArrowDown',
  'Escape',
  'Control+k',
  'Escape',
  'PageDown',
  'PageUp',
]

/** By the column's own "more", page after page, as a person would. Returns how many cards there are. */
async function bringAll(column: Locator): Promise<number> {
  return column.evaluate(async (element, most) => {
    const size = () => element.querySelectorAll('[data-card]').length
    const more = () => element.querySelector<HTMLElement>(':scope > a[href*="after="]')
    for (let link = more(); link && size() < most; link = more()) {
      const before = size()
      link.click()
      while (size() === before) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    return size()
  }, most)
}

declare global {
  interface Window {
    slowestKey: number
  }
}

/** The browser's own Event Timing, which tells of nothing that took less than 16 ms. */
function observeKeys(): void {
  window.slowestKey = 16
  const wanted = { type: 'event', durationThreshold: 16 }
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (name === 'keydown') window.slowestKey = Math.max(window.slowestKey, duration)
  }).observe(wanted)
}

async function pressed(page: Page, key: string): Promise<number> {
  await page.evaluate(() => void (window.slowestKey = 16))
  await page.keyboard.press(key)
  await page.waitForTimeout(250)
  return page.evaluate(() => window.slowestKey)
}

/** Turns the wheel for three seconds in the middle of the column. */
async function scrolled(page: Page, column: Locator): Promise<{ frames: number; dropped: number }> {
  await column.evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().height / 2))
  await page.mouse.move(200, 500)
  await page.waitForTimeout(500)
  const counting = page.evaluate(async () => {
    const begun = performance.now()
    let [frames, dropped] = [0, 0]
    for (let last = begun; last - begun < 3_000;) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      const due = Math.max(1, Math.round(((now - last) * 60) / 1_000))
      frames += due
      dropped += due - 1
      last = now
    }
    return { frames, dropped }
  })
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, 300)
    await page.waitForTimeout(40)
  }
  return counting
}
