import type { ReactNode } from 'react'

/** Names and what they are: Responsible, Due, Weight … */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[minmax(5.5rem,max-content)_minmax(0,1fr)] gap-x-5 gap-y-2">{children}</dl>
  )
}

export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="max-w-40 text-ink-2 first-letter:uppercase">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}
