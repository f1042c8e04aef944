import type { z } from 'zod'
import { refused, type Outcome } from './outcome.ts'

/** Says of each field what is wrong with it: of a list as a whole, for its members have no names. A schema's own message is
 *  a key; zod's codes have keys of their own. */
export function invalid(error: z.ZodError): Outcome<never> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    fields[fieldOf(issue.path) || 'form'] ??= issue.message.startsWith('problem.')
      ? issue.message
      : keyOf(issue)
  }
  return refused('invalid', 'problem.invalid', { fields })
}

function fieldOf(path: readonly PropertyKey[]): string {
  const member = path.findIndex((part) => typeof part === 'number')
  return path
    .slice(0, member === -1 ? undefined : member)
    .map(String)
    .join('.')
}

function keyOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'problem.missing' : 'problem.too-small'
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'problem.too-long' : 'problem.too-big'
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'problem.missing'
  if (issue.code === 'unrecognized_keys') return 'problem.unknown-field'
  return 'problem.malformed'
}
