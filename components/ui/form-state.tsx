'use client'
import { createContext, useContext } from 'react'
import type { ChangedField } from '#lib/runner/outcome.ts'

export type Values = Readonly<Record<string, string[]>>

/** What the parts of a form know of it. */
export type FormKnowledge = {
  /** Begins the ids of its fields. */
  id: string
  isSending: boolean
  /** A file is still on its way, and the form will be sent when it has arrived. */
  isWaiting: boolean
  /** By field's name: a sentence. */
  errors: Readonly<Record<string, string>>
  /** After a conflict: what somebody else changed in the record, as it is stored. */
  changedMeanwhile: readonly ChangedField[]
  /** What comes back: after a refusal without JavaScript, or from the draft in this browser. */
  typed: Values
  draft: 'none' | 'saved' | 'restored'
  startOver: () => void
  /** Says that a field which is no input of its own has changed. */
  changed: () => void
  /** A field that is not ready: while it is 'busy' (files on their way) sending waits; for another
   *  reason, a sentence, it is refused. Null: ready. */
  hold: (field: string, why: string | null) => void
}

/** Of a field that stands in no form. */
export const noForm: FormKnowledge = {
  id: '',
  isSending: false,
  isWaiting: false,
  errors: {},
  changedMeanwhile: [],
  typed: {},
  draft: 'none',
  startOver: () => {},
  changed: () => {},
  hold: () => {},
}

export const FormState = createContext<FormKnowledge>(noForm)

/** What a field needs to be wired: its id, its error, the ids that describe it, and what it shows at
 *  first. */
export function useField(name: string, { hint, shown }: { hint: boolean; shown?: string | undefined }) {
  const { id: formId, errors, typed } = useContext(FormState)
  const id = fieldId(formId, name)
  const error = errors[name] ?? errors[name.replace('[]', '')]
  const described = [hint && `${id}-hint`, error !== undefined && `${id}-error`].filter(
    (part) => part !== false,
  )
  return {
    id,
    error,
    shown: typed[name]?.[0] ?? shown,
    wiring: {
      id,
      name,
      'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
      'aria-invalid': error === undefined ? undefined : true,
    },
  }
}

export function fieldId(formId: string, name: string) {
  return `${formId}${name.replace('[]', '')}`
}
