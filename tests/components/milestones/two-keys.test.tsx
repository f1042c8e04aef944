import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TwoKeys } from '#components/milestones/two-keys.tsx'
import type { Status, Verdict } from '#lib/rules/milestone-status.ts'
import messages from '../../../messages/en.json' with { type: 'json' }

function read(status: Status, verdicts: readonly Verdict[], sides: readonly string[] = ['UZ', 'KR']) {
  const drawn = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <TwoKeys
        sides={sides}
        verdicts={verdicts}
        status={status}
        names={{ UZ: 'Uzbekistan', KR: 'Republic of Korea' }}
      />
    </NextIntlClientProvider>,
  )
  return { drawn, aloud: /aria-label="([^"]*)"/.exec(drawn)?.[1] }
}

test('nobody has turned a key', () => {
  expect(read('in_progress', []).aloud).toBe(
    'Uzbekistan: not yet confirmed. Republic of Korea: not yet confirmed.',
  )
})

test('one side’s claim is violet, not green: the other still has to turn its key', () => {
  const { aloud, drawn } = read('claimed', [{ side: 'UZ', says: 'confirmed' }])
  expect(aloud).toBe('Uzbekistan: says it is complete. Republic of Korea: not yet confirmed.')
  expect(drawn).toContain('text-claimed')
  expect(drawn).not.toContain('text-completed')
})

test('both keys are green', () => {
  const { aloud, drawn } = read('completed', [
    { side: 'KR', says: 'confirmed' },
    { side: 'UZ', says: 'confirmed' },
  ])
  expect(aloud).toBe('Uzbekistan: confirmed. Republic of Korea: confirmed.')
  expect(drawn.match(/text-completed/g)).toHaveLength(2)
})

test('a dispute stays beside the other side’s claim', () => {
  const { aloud } = read('disputed', [
    { side: 'UZ', says: 'confirmed' },
    { side: 'KR', says: 'disputed' },
  ])
  expect(aloud).toBe('Uzbekistan: says it is complete. Republic of Korea: disputes it.')
})

test('what a side keeps to itself has that side’s key alone', () => {
  expect(read('planned', [], ['KR']).aloud).toBe('Republic of Korea: not yet confirmed.')
})
