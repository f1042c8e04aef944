'use client'
import { useTranslations } from 'next-intl'
import { useContext } from 'react'
import { FormState } from './form-state.tsx'

/** In a form that rests on what was seen: which fields of the record somebody else changed meanwhile. `names`: of the fields
 *  that people know, by their column. Draws nothing before that happened. */
export function ChangedRecord({ names }: { names: Readonly<Record<string, string>> }) {
  const t = useTranslations('ui.changed')
  const { changedMeanwhile } = useContext(FormState)
  if (changedMeanwhile.length === 0) return null
  const fields = new Set(changedMeanwhile.flatMap(({ field }) => names[field] ?? []))
  return (
    <div className="rounded-card border border-line-2 bg-surface px-3.5 py-3">
      <p>{t('title', { fields: [...fields].join(', ') })}</p>
    </div>
  )
}
