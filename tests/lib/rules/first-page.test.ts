import { expect, test } from 'vitest'
import { firstPage } from '#lib/rules/first-page.ts'

test.each([
  ['official', 'KZ-KR', '/my-work'],
  ['staff', 'KZ-KR', '/KZ-KR/board'],
  ['side_admin', 'KZ-KR', '/KZ-KR/overview'],
  ['observer', 'KZ-KR', '/KZ-KR/overview'],
  ['admin', 'KZ-KR', '/admin/partnerships'],
  ['admin', undefined, '/admin/partnerships'],
  ['observer', undefined, '/'],
])('the day of %s in %s begins at %s', (role, partnership, page) => {
  expect(firstPage(role, partnership)).toBe(page)
})
