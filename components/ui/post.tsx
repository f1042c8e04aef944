import type { SaidProblem } from '#lib/runner/say.ts'

/** A problem as a form shows it. Two arise in the browser: the door was not reached, or it failed. */
export type ShownProblem = Pick<SaidProblem, 'message' | 'text' | 'fields' | 'changed'> & {
  code: SaidProblem['code'] | 'unreachable' | 'failed'
}

export type Posted = { location: string | null } | { problem: ShownProblem }

/** Posts a form's fields to a door and reads its answer. Never throws: what went wrong is a problem. */
export async function post(
  action: string,
  fields: FormData,
  words: Record<'unreachable' | 'failed', string>,
): Promise<Posted> {
  const own = (code: 'unreachable' | 'failed') => ({
    problem: { code, message: `ui.form.${code}`, text: words[code] },
  })
  try {
    const answer = await fetch(action, {
      method: 'POST',
      body: fields,
      headers: { accept: 'application/json' },
    })
    const said: unknown = await answer.json().catch(() => null)
    if (answer.ok) return { location: hasLocation(said) ? said.location : null }
    return hasProblem(said) ? said : own('failed')
  } catch {
    return own('unreachable')
  }
}

function hasLocation(said: unknown): said is { location: string } {
  return typeof said === 'object' && said !== null && 'location' in said && typeof said.location === 'string'
}

function hasProblem(said: unknown): said is { problem: SaidProblem } {
  return (
    typeof said === 'object' &&
    said !== null &&
    'problem' in said &&
    typeof said.problem === 'object' &&
    said.problem !== null
  )
}
