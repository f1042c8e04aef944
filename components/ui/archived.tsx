import type { ReactNode } from 'react'
import { v7 as newId } from 'uuid'
import type { Attempt } from '#lib/runner/attempts.ts'
import { Form } from './form.tsx'
import { Submit } from './submit.tsx'

/** Of a record that was put away: that it was, and the way back. */
export function Archived({
  action,
  version,
  attempt,
  button,
  children,
}: {
  action: string
  version: string
  attempt: Attempt | undefined
  button: string
  children: ReactNode
}) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-card border border-line-2 bg-sunk px-4 py-3.5">
      <p>{children}</p>
      <Form action={action} hidden={{ id: newId(), version }} attempt={attempt}>
        <Submit>{button}</Submit>
      </Form>
    </div>
  )
}
