import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DueDate } from '#components/milestones/due.tsx'
import messages from '../../../messages/en.json' with { type: 'json' }

const due = { on: '2026-06-30', precision: 'quarter' } as const
const first = { on: '2026-03-31', precision: 'quarter' } as const
const read = (date: Parameters<typeof DueDate>[0]) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <DueDate {...date} />
    </NextIntlClientProvider>,
  ).replaceAll(/<[^>]*>/g, ' ')

test.each([
  ['overdue', 'Q2 2026 overdue'],
  ['no_evidence', 'Q2 2026 no evidence'],
  ['on_track', 'Q2 2026'],
] as const)('%s: a late date says in a word how it is late, once', (lateness, said) => {
  expect(read({ due, lateness }).trim().split(/\s+/).join(' ')).toBe(said)
})

test('how far it has slipped stands beside it', () => {
  expect(read({ due, first, slip: 91 })).toContain('+91\u00A0d')
})
