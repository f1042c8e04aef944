import { setTimeout as sleep } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'

/** Somebody who has no mouse: goes from place to place with Tab, and sees at each where he is. */
export class Keyboard {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Tab until the focus is there. Fails when it never comes, and at the first place where it cannot be seen. */
  async to(target: Locator, most = 200): Promise<void> {
    await target.first().waitFor()
    for (let stop = 0; stop < most; stop += 1) {
      if (await target.first().evaluate((element) => element === document.activeElement)) return
      await soon(this.page.keyboard.press('Tab'))
      const unseen = await soon(this.page.evaluate(unseenFocus))
      if (unseen !== undefined) throw new Error(`The focus is not to be seen: ${unseen}`)
    }
    throw new Error(`${most} times Tab, and the focus never came to ${String(target)} at ${this.page.url()}`)
  }

  async press(target: Locator, key = 'Enter'): Promise<void> {
    await this.to(target)
    await soon(this.page.keyboard.press(key))
  }

  /** What stood in the field goes. */
  async type(field: Locator, words: string): Promise<void> {
    await this.to(field)
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.type(words)
  }
}

/** While a page gives way to another, Chromium may never say that it has heard a key or a question. Nobody waits for that: what
 *  comes of it is looked for anyway. */
const soon = <T>(answer: Promise<T>) => Promise.race([answer, sleep(10_000).then(() => undefined)])

/** In the browser: the element that has the focus when it does not show it; undefined when it does. Between the last and
 *  the first place the focus is the browser's own, which has no element. */
function unseenFocus(): string | undefined {
  const element = document.activeElement
  if (element === null || element === document.body || element === document.documentElement) return undefined
  let isShown = getComputedStyle(element).boxShadow !== 'none'
  for (let ringed: Element | null = element; ringed && !isShown; ringed = ringed.parentElement) {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(ringed) // a card shows it for its link
    isShown = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && !outlineColor.endsWith(' 0)')
  }
  const { width, height, right, bottom, left, top } = element.getBoundingClientRect()
  const isThere = width > 0 && height > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
  if (isThere && isShown) return undefined
  return `${element.outerHTML.slice(0, 200)} at ${location.pathname}: ${isThere ? 'no ring' : 'out of sight'}`
}
