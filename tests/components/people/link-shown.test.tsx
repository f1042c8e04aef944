import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LinkShown } from '#components/people/link-shown.tsx'
import messages from '../../../messages/en.json' with { type: 'json' }

test('whoever runs no script reads the whole address, and no button that would do nothing', () => {
  const drawn = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <LinkShown address="http://langar.example/sign-in/token" />
    </NextIntlClientProvider>,
  )
  expect(drawn).toContain('>http://langar.example/sign-in/token<')
  expect(drawn).not.toContain('<button')
})
