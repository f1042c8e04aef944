import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { renderToStaticMarkup } from 'react-dom/server'
import { drawnFlags, Flag } from '#components/ui/flag.tsx'

test('each flag that is said to be drawn has its drawing, and each drawing is used', () => {
  const drawings = readdirSync('public/flags').filter((name) => name.endsWith('.svg'))
  expect(drawings.map((name) => name.replace('.svg', '')).toSorted()).toEqual([...drawnFlags].toSorted())
})

test('a country without a drawing shows its letters', () => {
  expect(renderToStaticMarkup(<Flag code="XK" />)).toContain('>XK<')
  expect(renderToStaticMarkup(<Flag code="UZ" />)).toContain('src="/flags/uz.svg"')
})
