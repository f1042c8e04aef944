import type { ReactNode } from 'react'

/** A part of a long form under its own heading. */
export function FormPart({
  title,
  beside,
  children,
}: {
  title: string
  beside?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="flex flex-col gap-4.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line pb-2">
        <h2 className="text-lead font-medium">{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  )
}
