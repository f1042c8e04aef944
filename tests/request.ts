import { vi } from 'vitest'
import type { Language } from '#lib/format/language.ts'

/** What Next.js gives to pages while it answers a request. Tests that open a page in this very process (see doors.ts) say it
 *  here. */
export type Asking = { token: string | undefined; language: Language; headers: Headers }

const asking = await vi.hoisted(async () => {
  const { AsyncLocalStorage } = await import('node:async_hooks')
  return new AsyncLocalStorage<Asking>()
})

/** Work done while this request is answered. */
export const whileAsking = <T>(request: Asking, work: () => Promise<T>): Promise<T> =>
  asking.run(request, work)

/** Elsewhere Next.js throws, too: a door has to do without it. */
const asked = vi.hoisted(() => () => {
  const request = asking.getStore()
  if (!request) throw new Error('Next.js answers no request here')
  return request
})

vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => {
      const value = name === 'langar-session' ? asked().token : undefined
      return value === undefined ? undefined : { name, value }
    },
  }),
  headers: async () => asked().headers,
}))

vi.mock('next-intl/server', async () => {
  const { createTranslator } = await import('next-intl')
  const language = () => asked().language
  return {
    getLocale: async () => language(),
    getTranslations: async (namespace?: string) => {
      const { default: messages } = await import(`../messages/${language()}.json`)
      return createTranslator({ locale: language(), messages, namespace: namespace ?? '' } as never)
    },
  }
})
