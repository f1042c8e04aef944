import type { ReactNode } from 'react'

/** A part of a long form under its own heading. */
export function FormPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4.5">
      <h2 className="border-b border-line pb-2 text-lead font-medium">{title}</h2>
      {children}
    </section>
  )
}
