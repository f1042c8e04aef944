import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inPieces } from '#lib/core/page-in-pieces.ts'

const html = (nonce: string) =>
  `<script nonce="${nonce}">1</script>${'<p>Ilova — Приложение — 첨부</p>'.repeat(5000)}<script nonce="${nonce}"></script>${nonce}`

test('unpacked it is the page with the other nonce, however often', async () => {
  const page = await inPieces(html('first+nonce/of=24=letters'), 'first+nonce/of=24=letters')
  for (const nonce of ['another+nonce/24=letters=', 'AAAAAAAAAAAAAAAAAAAAAA=='])
    expect(gunzipSync(page.withNonce(nonce)).toString()).toBe(html(nonce))
  expect(page.withNonce('x'.repeat(24)).length).toBeLessThan(3000)
})

test('whatever stands between the nonces', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { minLength: 1 }),
      async (texts) => {
        const clean = texts.map((text) => text.replaceAll('§', ''))
        const page = await inPieces(clean.join('§'), '§')
        expect(gunzipSync(page.withNonce('fresh')).toString()).toBe(clean.join('fresh'))
      },
    ),
    { numRuns: 200 },
  )
})
