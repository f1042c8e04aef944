'use client'
import { useTranslations } from 'next-intl'
import { useContext } from 'react'
import { FormState } from '#components/ui/form-state.tsx'
import { ChangedFields } from './changed-fields.tsx'

/** In a form that rests on what was seen: which fields of the record somebody else changed meanwhile. Draws nothing
 *  before that happened. `regions`: names by their codes, where the record has any. */
export function ChangedMeanwhile({ regions = {} }: { regions?: Readonly<Record<string, string>> }) {
  const t = useTranslations('milestones.field')
  const { changedMeanwhile } = useContext(FormState)
  if (changedMeanwhile.length === 0) return null
  return (
    <div className="rounded-card border border-line-2 bg-surface px-3.5 py-3">
      <p className="mb-1.5 font-medium">{t('what-changed')}</p>
      <ChangedFields changed={changedMeanwhile} regionName={(code) => regions[code] ?? code} />
    </div>
  )
}
