'use client'
import { useTranslations } from 'next-intl'
import { useContext } from 'react'
import { FormState } from '#components/ui/form-state.tsx'
import { Fields } from './fields.tsx'

export function WhatChanged() {
  const t = useTranslations('audit-events.meanwhile')
  const { changedMeanwhile } = useContext(FormState)
  if (changedMeanwhile.length === 0) return null
  return (
    <div className="rounded-card border border-line-2 bg-surface px-3.5 py-3">
      <p className="mb-1.5 font-medium">{t('title')}</p>
      <Fields fields={changedMeanwhile} names={{}} timeZone="UTC" />
    </div>
  )
}
