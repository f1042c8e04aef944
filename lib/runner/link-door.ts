import { answer, redirectTo, type Handler } from './door.ts'
import { fromElsewhere } from './from-elsewhere.ts'
import { refused, type Outcome, type Problem } from './outcome.ts'
import { read } from './read.ts'
import type { Ran } from './run.ts'

/** What somebody does who has a link instead of a session. */
export type LinkAct = {
  run(sent: Record<string, unknown>): Promise<Outcome<Ran>>
  /** Where its form is. */
  page(sent: Record<string, unknown>): string
}

/** The door of such an act: JSON and plain forms alike. What is typed there is secret, so after a refusal none of it comes
 *  back; the address of the page names the field and what was wrong with it: `?password=too-short`. */
export function linkDoor(act: LinkAct): Handler {
  return async (request) => {
    if (fromElsewhere(request)) return answer(request, refused('not-allowed', 'door.from-elsewhere'))
    const sent = await read(request, undefined)
    const outcome = sent.problem ?? (await act.run(sent.body))
    if (!sent.wantsPage) return answer(request, outcome)
    if (outcome.ok) return redirectTo(outcome.value.next)
    return redirectTo(act.page(sent.body) + wrongIn(outcome.problem))
  }
}

function wrongIn({ fields = {} }: Problem): string {
  const wrong = Object.entries(fields).map(([field, message]) => [field, message.split('.').at(-1) ?? ''])
  return wrong.length > 0 ? `?${new URLSearchParams(wrong)}` : ''
}
