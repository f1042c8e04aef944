'use client'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { createContext, type ReactNode, useContext } from 'react'

type Partnership = { code: string; title: string }

const Here = createContext<Partnership | undefined>(undefined)

/** Tells what is drawn inside which partnership one is in: that of the address; the first one where the address names none
 *  (My work). Layouts do not run again on navigation, so the browser looks itself. */
export function InPartnership({
  partnerships,
  children,
}: {
  partnerships: readonly Partnership[]
  children: ReactNode
}) {
  const code = usePathname().split('/')[1]
  return <Here value={partnerships.find((one) => one.code === code) ?? partnerships[0]}>{children}</Here>
}

/** Draws of what is drawn for each partnership that of the one here, where it has any. */
export function OfPartnership({ drawn }: { drawn: readonly { code: string; drawn: ReactNode }[] }) {
  const here = useContext(Here)
  return drawn.find(({ code }) => code === here?.code)?.drawn
}

/** Draws what belongs above the pages of one partnership: those whose address names it. */
export function OnPagesOf({ code, children }: { code: string; children: ReactNode }) {
  return usePathname().split('/')[1] === code && children
}

/** Navigation in the partnership, named after it; none where there is no partnership. */
export function PartnershipNavigation({ className, children }: { className: string; children: ReactNode }) {
  const here = useContext(Here)
  return (
    here && (
      <nav aria-label={here.title} className={className}>
        {children}
      </nav>
    )
  )
}

/** A link of the navigation that knows whether one is there. `href` without a slash before it leads to a place of the
 *  partnership. */
export function PlaceLink({
  href,
  className,
  children,
}: {
  href: string
  className: string
  children: ReactNode
}) {
  const here = useContext(Here)
  const path = usePathname()
  const place = href.startsWith('/') ? href : `/${here?.code}/${href}`
  const isHere = path === place || path.startsWith(`${place}/`)
  return (
    <Link href={place} className={className} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  )
}

/** A link to a partnership that knows whether one is in it. */
export function PartnershipLink({
  code,
  className,
  children,
}: {
  code: string
  className: string
  children: ReactNode
}) {
  const here = useContext(Here)
  return (
    <Link
      href={`/${code}/overview`}
      className={className}
      aria-current={here?.code === code ? 'true' : undefined}
    >
      {children}
    </Link>
  )
}

/** The address of this page with its question, in a hidden field: where a form leads back to. */
export function BackHere() {
  const path = usePathname()
  const question = useSearchParams().toString()
  return <input type="hidden" name="back" value={question ? `${path}?${question}` : path} />
}
