import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ChangedFields } from '#components/milestones/changed-fields.tsx'
import type { ChangedField } from '#lib/runner/outcome.ts'
import messages from '../../../messages/en.json' with { type: 'json' }

const read = (changed: ChangedField) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <ChangedFields changed={[changed]} />
    </NextIntlClientProvider>,
  ).replaceAll(/<[^>]*>/g, '')

test('a date is as vague as it was stated', () => {
  const moved = { field: 'due_on', before: '2026-06-30', after: '2026-09-30' }
  expect(read({ ...moved, precision: { before: 'quarter', after: 'quarter' } })).toBe(
    'DueQ2 2026 →became Q3 2026',
  )
  expect(read(moved)).toBe('Due30 Jun 2026 →became 30 Sep 2026')
})

test('a date that was stated more exactly shows both', () => {
  const same = { field: 'due_on', before: '2026-06-30', after: '2026-06-30' }
  expect(read({ ...same, precision: { before: 'half', after: 'day' } })).toBe(
    'DueH1 2026 →became 30 Jun 2026',
  )
})
