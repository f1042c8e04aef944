import type { ReactNode } from 'react'

/** What stands beside the page: a title, perhaps a number, and a few lines. */
export function Panel({
  title,
  count,
  children,
}: {
  title?: ReactNode
  count?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="panel px-4 py-3.5">
      {title && (
        <h2 className="mb-2 flex items-baseline justify-between gap-3 text-lead font-medium">
          {title}
          {count !== undefined && <span className="font-normal text-ink-2">{count}</span>}
        </h2>
      )}
      {children}
    </section>
  )
}

/** Lines under one another, with a rule between. */
export function Lines({ children }: { children: ReactNode }) {
  return <ul className="divide-y divide-line *:py-2.5 *:first:pt-1 *:last:pb-0">{children}</ul>
}

/** A number that stands for itself, and what it counts. */
export function Figure({
  value,
  name,
  tone = 'plain',
}: {
  value: ReactNode
  name: ReactNode
  tone?: 'plain' | 'alarm' | 'warn'
}) {
  const colours = { plain: '', alarm: 'text-alarm', warn: 'text-warn' }
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-ink-2">{name}</dt>
      <dd className={`text-head font-strong ${colours[tone]}`}>{value}</dd>
    </div>
  )
}

export function Figures({ children }: { children: ReactNode }) {
  return (
    <dl className="flex flex-wrap gap-x-9 gap-y-3 max-md:grid max-md:grid-cols-2 max-md:gap-x-4">
      {children}
    </dl>
  )
}
