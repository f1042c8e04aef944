'use client'
import type { ReactNode } from 'react'
import { Labelled } from '#components/ui/field.tsx'
import { useField } from '#components/ui/form-state.tsx'
import { maxWeight } from '#lib/rules/limits.ts'

/** How much a milestone counts beside the others. */
export function WeightField({ label, hint, value }: { label: ReactNode; hint: ReactNode; value: number }) {
  const { id, error, shown, wiring } = useField('weight', { hint: true, shown: String(value) })
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <input
        {...wiring}
        type="number"
        inputMode="numeric"
        min={1}
        max={maxWeight}
        required
        defaultValue={shown}
        className="field w-28!"
      />
    </Labelled>
  )
}
