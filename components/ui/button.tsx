import Link from 'next/link'
import type { ReactNode } from 'react'

export type ButtonKind = 'main' | 'plain' | 'danger' | 'quiet'

/** A link that looks like a button: it leads somewhere, it does nothing. What sends a form is Submit. */
export function ButtonLink({
  href,
  kind = 'plain',
  isLarge = false,
  children,
}: {
  href: string
  kind?: ButtonKind
  isLarge?: boolean
  children: ReactNode
}) {
  return (
    <Link href={href} className="button" data-kind={kind} data-large={isLarge || undefined}>
      {children}
    </Link>
  )
}
