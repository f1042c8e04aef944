import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

// What components/ui and the search, which opens on every page, say in the browser.
const always = ['ui', 'search']

/** Hands the browser the messages that its components need, and no others: those of every page, and the named
 *  places ('milestones.confirm'). Wrap a form or a board in it once, on the server. */
export async function Words({ of, children }: { of: readonly string[]; children: ReactNode }) {
  const messages = await getMessages()
  return (
    <NextIntlClientProvider messages={picked(messages, [...always, ...of])}>
      {children}
    </NextIntlClientProvider>
  )
}

type Branch = { [key: string]: unknown }

function picked(messages: Branch, places: readonly string[]) {
  const some: Branch = {}
  for (const place of places) put(some, messages, place.split('.'))
  return some
}

function put(into: Branch, from: Branch, [key = '', ...rest]: string[]) {
  const found = from[key]
  if (rest.length === 0 && found !== undefined) into[key] = found
  if (rest.length === 0 || !isBranch(found)) return
  const begun = into[key]
  const branch: Branch = isBranch(begun) ? { ...begun } : {}
  into[key] = branch
  put(branch, found, rest)
}

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null
}
