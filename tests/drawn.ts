import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

/** Waits until React has taken over what the server drew there: what is pressed before that nobody hears, and a quiet network
 *  says nothing of it. What listens at the document comes with the effects, after which the page has nothing to do. */
export async function drawn(what: Locator): Promise<void> {
  await expect.poll(() => what.first().evaluate(isTaken), { message: `drawn: ${String(what)}` }).toBe(true)
  await what.page().evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
}

/** In the browser. */
const isTaken = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactFiber'))
