import { Check, ChevronDown } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Menu } from './menu.tsx'

const chip =
  'tap inline-flex min-h-7 cursor-pointer items-center gap-1.5 rounded-full border border-line-2 bg-surface px-3 whitespace-nowrap text-ink-2 transition-colors hover:border-line-3 data-chosen:border-accent data-chosen:bg-accent-soft data-chosen:text-accent'

/** A filter with its answers, each a link: the address holds the state of the view, so it works without
 *  JavaScript and can be sent to others. */
export function FilterMenu({
  name,
  value,
  isChosen,
  options,
  opens = 'left',
}: {
  name: string
  value: ReactNode
  isChosen: boolean
  options: readonly { key: string; label: ReactNode; href: string; isChosen: boolean }[]
  opens?: 'left' | 'right'
}) {
  return (
    <Menu
      buttonClass={`${chip} ${isChosen ? chosen : ''}`}
      panelClass={`absolute top-full mt-1 max-h-96 w-max max-w-80 overflow-y-auto ${opens === 'left' ? 'left-0' : 'right-0'}`}
      label={
        <>
          <span>
            {name}: <b>{value}</b>
          </span>
          <ChevronDown className="size-3.25 opacity-70" />
        </>
      }
    >
      <ul>
        {options.map(({ key, label, href, isChosen: isThis }) => (
          <li key={key}>
            <Link
              href={href}
              scroll={false}
              aria-current={isThis ? 'true' : undefined}
              className="tap flex min-h-8 items-center gap-2 rounded-small px-2 hover:bg-sunk aria-[current]:font-medium aria-[current]:text-accent"
            >
              <span className="flex-1">{label}</span>
              {isThis && <Check />}
            </Link>
          </li>
        ))}
      </ul>
    </Menu>
  )
}

const chosen = 'border-accent! bg-accent-soft! text-accent!'

/** A filter that is on or off. `href` leads to the other state. */
export function FilterLink({
  href,
  isChosen,
  children,
}: {
  href: string
  isChosen: boolean
  children: ReactNode
}) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={isChosen ? 'true' : undefined}
      data-chosen={isChosen || undefined}
      className={chip}
    >
      {children}
      {isChosen && <Check className="size-3.25" />}
    </Link>
  )
}

/** The row of filters above a list. */
export function Filters({ name, children, end }: { name: string; children: ReactNode; end?: ReactNode }) {
  return (
    <nav aria-label={name} className="no-print flex flex-wrap items-center gap-2">
      {children}
      {end && <div className="ml-auto flex flex-wrap gap-2">{end}</div>}
    </nav>
  )
}
