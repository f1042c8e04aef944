import Link from 'next/link'
import type { ReactNode } from 'react'

/** The body of a page under its header, with what stands beside it on wide screens and below it on narrow
 *  ones. `isNarrow`: forms and texts, whose lines should not run across a whole desk. */
export function Page({
  aside,
  isNarrow = false,
  children,
}: {
  aside?: ReactNode
  isNarrow?: boolean
  children: ReactNode
}) {
  const body = `flex min-w-0 flex-col gap-5 ${isNarrow ? 'max-w-160' : ''}`
  if (!aside) return <div className={`p-(--gutter) pt-4.5 ${body} print:p-0`}>{children}</div>
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6.5 gap-y-5 p-(--gutter) pt-4.5 xl:grid-cols-[minmax(0,1fr)_19.375rem] print:block print:p-0">
      <div className={body}>{children}</div>
      <aside className="flex min-w-0 flex-col gap-4">{aside}</aside>
    </div>
  )
}

/** A part of a page under a heading with a line; `count` stands at its right end. */
export function Section({
  title,
  count,
  children,
}: {
  title: ReactNode
  count?: ReactNode
  children: ReactNode
}) {
  return (
    <section>
      <h2 className="flex items-baseline justify-between gap-4 border-b border-line pb-2 text-lead font-medium">
        {title}
        {count !== undefined && <span className="text-body font-normal text-ink-2">{count}</span>}
      </h2>
      {children}
    </section>
  )
}

/** The way down to this page: its parents, with links. */
export function Trail({ of }: { of: readonly { name: ReactNode; href: string }[] }) {
  return (
    <ol className="flex flex-wrap gap-x-2 text-ink-2">
      {of.map(({ name, href }, at) => (
        <li key={href} className="flex items-center gap-x-2">
          <Link href={href} className="quiet-link inline-block min-h-6 content-center">
            {name}
          </Link>
          {at < of.length - 1 && <span aria-hidden>›</span>}
        </li>
      ))}
    </ol>
  )
}
