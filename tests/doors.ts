import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { sessionCookie } from '#lib/access/session-cookie.ts'
import type { Language } from '#lib/format/language.ts'
import { type Answering, answering } from './answering.ts'
import { whileAsking } from './request.ts'

/** Every door and page of the application, and a way to knock at them as somebody, in this very process. */

const root = join(import.meta.dirname, '..')
const here = 'http://127.0.0.1:3000'

/** Who knocks and with what. `as`: the token of a session. */
export type Knock = {
  as?: string | undefined
  /** An object goes as JSON, all else as it is. */
  body?: unknown
  headers?: Record<string, string>
  language?: Language
}

type Params = Record<string, string | string[]>

/** The answer of the door at an address. */
export async function knock(method: 'GET' | 'POST', address: string, sent: Knock = {}): Promise<Response> {
  const url = new URL(address, here)
  const found = find('door', url.pathname)
  if (!found) throw new Error(`there is no door at ${address}`)
  const isJson = sent.body?.constructor === Object
  const headers = new Headers({
    host: url.host,
    'accept-language': sent.language ?? 'en',
    ...(sent.as !== undefined && { cookie: `${sessionCookie()}=${sent.as}` }),
    ...(isJson && { 'content-type': 'application/json' }),
    ...sent.headers,
  })
  const request = new Request(url, {
    method,
    headers,
    body: isJson ? JSON.stringify(sent.body) : ((sent.body ?? null) as BodyInit | null),
    ...(sent.body instanceof ReadableStream && { duplex: 'half' }),
  })
  const { [method]: door } = await import(join(root, 'app', found.file))
  return door(request, { params: Promise.resolve(found.params) })
}

export type Opened = 'yes' | 'not found' | { ledTo: string }

/** What the page at an address does: it and its title ask as they do for a browser; nothing is drawn. */
export async function open(address: string, sent: Knock = {}): Promise<Opened> {
  const url = new URL(address, here)
  const found = find('page', url.pathname)
  if (!found) throw new Error(`there is no page at ${address}`)
  const { default: page, generateMetadata } = await import(join(root, 'app', found.file))
  const props = () => ({
    params: Promise.resolve(found.params),
    searchParams: Promise.resolve(Object.fromEntries(url.searchParams)),
  })
  const asking = { token: sent.as, language: sent.language ?? 'en', headers: new Headers(sent.headers) }
  const draw = async (part: (given: ReturnType<typeof props>) => Promise<unknown>) => {
    try {
      await whileAsking(asking, () => part(props()))
      return 'yes'
    } catch (error) {
      return instead(error)
    }
  }
  const drawn = await draw(page)
  const titled = generateMetadata ? await draw(generateMetadata) : drawn
  if (JSON.stringify(titled) !== JSON.stringify(drawn) && titled !== 'yes')
    throw new Error(`${address}: its title says ${JSON.stringify(titled)}, the page ${JSON.stringify(drawn)}`)
  return drawn
}

/** Next.js throws where a page leads elsewhere, and its errors say so in their digest. */
function instead(error: unknown): Opened {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
  if (digest.startsWith('NEXT_REDIRECT;')) return { ledTo: digest.split(';')[2] ?? '' }
  if (digest === 'NEXT_HTTP_ERROR_FALLBACK;404') return 'not found'
  throw error
}

const isRest = (file: string) => file.includes('[...')
const rank = ({ file, address }: Answering) => (isRest(file) ? 100 : address.split('{').length)

function find(kind: Answering['kind'], path: string): { file: string; params: Params } | undefined {
  // A name wins over a placeholder, and a placeholder over all that is left.
  const inOrder = answering.filter((one) => one.kind === kind).toSorted((a, b) => rank(a) - rank(b))
  for (const { file, address } of inOrder) {
    const names = [...address.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name)
    const pattern = new RegExp(`^${address.replaceAll(/\{[^}]+\}/g, isRest(file) ? '(.+)' : '([^/]+)')}$`)
    const values = pattern.exec(path)?.slice(1)
    if (!values) continue
    const params = names.map((name, n) => {
      const value = decodeURIComponent(values[n] ?? '')
      return [name, isRest(file) ? value.split('/') : value]
    })
    return { file, params: Object.fromEntries(params) }
  }
  return undefined
}

/** Files that this test file stores lie in a folder of its own, which is gone when it has ended. */
export function withFiles(): void {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'langar-files-'))
    process.env['LANGAR_FOLDER'] = folder
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
}
