import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { SearchBox } from './search-box.tsx'

/** The bar on top of every page. `back` is an address with its name; on a phone only its sign is drawn. A
 *  page whose heading stands below the bar (a milestone, under its code) says `isHeading={false}`. */
export function PageHeader({
  title,
  subtitle,
  actions,
  back,
  isHeading = true,
}: {
  title: ReactNode
  subtitle?: ReactNode
  actions?: ReactNode
  back?: { href: string; name: string } | undefined
  isHeading?: boolean
}) {
  const Title = isHeading ? 'h1' : 'div'
  return (
    <header className="sticky top-0 z-30 flex min-h-13.5 items-center gap-x-3.5 gap-y-2 border-b border-line bg-paper px-(--gutter) py-2 max-md:flex-wrap print:static print:px-0">
      {back && (
        <Link
          href={back.href}
          aria-label={back.name}
          className="tap no-print -mr-2.5 -ml-2 flex min-h-8 min-w-8 items-center justify-center rounded-field text-ink-2 hover:bg-sunk hover:text-ink"
        >
          <ChevronLeft className="size-4.5" />
        </Link>
      )}
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3.5 gap-y-0.5 max-md:basis-48">
        <Title className="text-title font-strong">{title}</Title>
        {subtitle && (
          <div className="flex min-w-0 flex-wrap items-center gap-x-3.5 text-small text-ink-2 md:text-body">
            {subtitle}
          </div>
        )}
      </div>
      {actions && <div className="no-print flex flex-none items-center gap-2">{actions}</div>}
      <SearchBox />
    </header>
  )
}
