import type { ReactNode } from 'react'

/** Nothing here yet, and what to do first. */
export function Empty({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="flex flex-col items-start gap-2 rounded-card border border-dashed border-line-2 px-4 py-5 text-ink-2">
      <p className="font-medium text-ink">{title}</p>
      {children && <div>{children}</div>}
      {action}
    </div>
  )
}
