'use client'
import { useTranslations } from 'next-intl'
import { createContext, useContext } from 'react'
import { FormState, type Values } from './form-state.tsx'

/** Whose drafts these are: on a computer that several people use, nobody finds another's words. Set by the
 *  frame. */
export const DraftOwner = createContext<string | null>(null)

/** What a form keeps in this browser until it is sent: each field's values by its name, and those that it had before. */
export type Draft = { at: number; values: Values; seen: Values }

const placeOf = (key: string) => `langar-draft:${key}`

export function keepDraft(key: string, draft: Draft): boolean {
  try {
    localStorage.setItem(placeOf(key), JSON.stringify(draft))
    return true
  } catch {
    return false // storage is full or forbidden: the form works, only without a draft, and does not claim one
  }
}

export function keptDraft(key: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(key)) ?? 'null')
    return isDraft(kept) ? kept : null
  } catch {
    return null
  }
}

export function dropDraft(key: string) {
  try {
    localStorage.removeItem(placeOf(key))
  } catch {
    // storage is forbidden: there was no draft
  }
}

function isDraft(kept: unknown): kept is Draft {
  if (typeof kept !== 'object' || kept === null) return false
  if (!('at' in kept) || !('values' in kept) || !('seen' in kept)) return false
  return typeof kept.at === 'number' && isValues(kept.values) && isValues(kept.seen)
}

const isValues = (one: unknown) =>
  typeof one === 'object' && one !== null && Object.values(one).every(isTexts)

const isTexts = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string')

/** Says inside a form that what was typed is kept, and lets it be thrown away. */
export function DraftState() {
  const t = useTranslations('ui.draft')
  const { draft, startOver } = useContext(FormState)
  return (
    <span className="flex min-h-5 flex-wrap items-center gap-x-2 text-small text-ink-2">
      <span role="status">{draft === 'none' ? '' : t(draft)}</span>
      {draft === 'restored' && (
        <button type="button" className="link" onClick={startOver}>
          {t('start-over')}
        </button>
      )}
    </span>
  )
}
