import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** Where a number comes from: its formula in words, and the rows and weights that went in. */
export function Formula({
  formula,
  rows,
  result,
  question,
}: {
  formula: ReactNode
  rows: readonly { key: string; name: ReactNode; value: ReactNode }[]
  result?: { name: ReactNode; value: ReactNode }
  question?: ReactNode
}) {
  const t = useTranslations('ui.formula')
  return (
    <details className="group">
      <summary className="tap inline-flex items-center gap-1 text-small text-ink-2 hover:text-accent">
        <ChevronRight className="transition-transform group-open:rotate-90" />
        {question ?? t('question')}
      </summary>
      <div className="mt-2 mb-1 border-l-2 border-line pl-3 text-small">
        <p className="mb-1.5 text-ink-2">{formula}</p>
        <dl className="grid max-w-140 grid-cols-[minmax(0,1fr)_max-content] gap-x-4">
          {rows.map(({ key, name, value }) => (
            <div key={key} className="col-span-2 grid grid-cols-subgrid border-b border-line py-1">
              <dt>{name}</dt>
              <dd className="text-end">{value}</dd>
            </div>
          ))}
          {result && (
            <div className="col-span-2 grid grid-cols-subgrid py-1.5 font-medium">
              <dt>{result.name}</dt>
              <dd className="text-end">{result.value}</dd>
            </div>
          )}
        </dl>
      </div>
    </details>
  )
}
