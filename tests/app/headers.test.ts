import { beforeAll, expect, inject, test } from 'vitest'
import { answering } from '#tests/answering.ts'
import { Asker } from '#tests/asking.ts'
import { pathTo } from '#tests/path-to.ts'

/** What every answer of the running program tells the browser to forbid: of every page and door there is, to who has signed
 *  in and to who has not, found or not. */

const staff = new Asker(inject('siteAddress'))
const nobody = new Asker(inject('siteAddress'))

beforeAll(() => staff.signIn('staff.uz'))

const everywhere = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

test.each(answering.map((one) => [one.address, one] as const))('%s', async (_, one) => {
  for (const asker of [staff, nobody]) {
    const answer = await asker.ask(pathTo(one))
    expect(Object.fromEntries(answer.headers)).toMatchObject(everywhere)
    expect(answer.headers.get('x-powered-by')).toBeNull()
    expect(answer.headers.get('server')).toBeNull()
    const html = await answer.text()
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false
    expect(isPage && one.kind === 'door').toBe(false)
    if (!isPage) continue
    const policy = policyOf(answer)
    expect(policy).toMatchObject({
      'default-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    })
    expect(policy['script-src']).not.toMatch(/unsafe-(inline|eval|hashes)|\*|https?:|data:/)
    const nonce = /'nonce-([A-Za-z0-9+/=]{22,})'/.exec(policy['script-src'] ?? '')?.[1]
    for (const [, attributes = ''] of html.matchAll(/<script\b([^>]*)>/g))
      expect(attributes).toContain(`nonce="${nonce}"`)
    expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i)
    expect(html).not.toMatch(/(href|src|action)="javascript:/i)
  }
})

test('a nonce is never used twice', async () => {
  const nonces = await Promise.all(
    Array.from({ length: 20 }, async () => policyOf(await nobody.ask('/'))['script-src']),
  )
  expect(new Set(nonces).size).toBe(20)
})

test('an answer that is kept arrives compressed once, and as JSON', async () => {
  const answer = await staff.ask('/api/v1/partnerships/UZ-KR/board', {
    headers: { 'accept-encoding': 'gzip' },
  })
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(await answer.json()).toMatchObject({ partnership: 'UZ-KR' })
})

test('no store between keeps what only one person may see', async () => {
  for (const path of ['/UZ-KR/board', '/my-work', '/api/v1/my-work', '/api/v1/partnerships/UZ-KR/board'])
    expect((await staff.ask(path)).headers.get('cache-control')).toMatch(/private|no-store/)
})

function policyOf(answer: Response): Record<string, string> {
  const parts = (answer.headers.get('content-security-policy') ?? '').split('; ')
  return Object.fromEntries(
    parts.map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]),
  )
}
