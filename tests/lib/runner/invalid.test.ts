import { expect, test } from 'vitest'
import { z } from 'zod'
import { invalid } from '#lib/runner/invalid.ts'

const input = z.object({
  due: z.object({ year: z.string() }),
  evidence: z.array(z.object({ url: z.url() })).max(2),
})

function fieldsOf(sent: unknown) {
  const { error } = input.safeParse(sent)
  const outcome = error && invalid(error)
  return outcome?.ok === false ? outcome.problem.fields : undefined
}

test('what is wrong with one of a list stands at the list, which has the field; a part of a field stands at that part', () => {
  expect(fieldsOf({ due: {}, evidence: [{ url: 'https://example.org' }, { url: 'nowhere' }] })).toEqual({
    'due.year': 'problem.missing',
    evidence: 'problem.malformed',
  })
})
