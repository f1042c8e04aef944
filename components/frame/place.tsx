'use client'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'

/** A link of the navigation that knows whether one is there. Layouts do not run again on navigation, so
 *  the browser looks itself. */
export function PlaceLink({
  href,
  className,
  children,
}: {
  href: string
  className: string
  children: ReactNode
}) {
  const path = usePathname()
  const isHere = path === href || path.startsWith(`${href}/`)
  return (
    <Link href={href} className={className} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  )
}

/** Draws the navigation of the partnership in the address; of the first one where the address names none
 *  (My work). */
export function OfPartnership({
  navigations,
}: {
  navigations: readonly { code: string; drawn: ReactNode }[]
}) {
  const code = usePathname().split('/')[1]
  return (navigations.find((navigation) => navigation.code === code) ?? navigations[0])?.drawn
}

/** The address of this page with its question, in a hidden field: where a form leads back to. */
export function BackHere() {
  const path = usePathname()
  const question = useSearchParams().toString()
  return <input type="hidden" name="back" value={question ? `${path}?${question}` : path} />
}
