import { ChevronDown } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Flag } from '#components/ui/flag.tsx'
import { Menu } from '#components/ui/menu.tsx'
import type { FramePartnership } from './navigation.tsx'
import { OfPartnership, PartnershipLink } from './place.tsx'

/** Which partnership one is in, and the way to the others; to archived ones none leads. With one alone there is nothing to
 *  switch, so it is a link. */
export function PartnershipSwitch({ partnerships }: { partnerships: readonly FramePartnership[] }) {
  const t = useTranslations('frame')
  const box =
    'tap flex min-h-8.5 w-full items-center gap-2 rounded-field border border-line-2 bg-surface px-2 py-1.5 text-small font-medium hover:border-line-3'
  const [first, second] = partnerships
  if (!first) return null
  if (!second) {
    return (
      <Link href={`/${first.code}/overview`} className={`${box} mb-3`}>
        <Named {...first} />
      </Link>
    )
  }
  const named = (one: FramePartnership) => ({ code: one.code, drawn: <Named {...one} /> })
  const offered = partnerships.filter(({ isArchived }) => !isArchived)
  return (
    <Menu
      className="relative mb-3"
      buttonClass={box}
      panelClass="absolute inset-x-0 top-full mt-1"
      label={
        <>
          <OfPartnership drawn={partnerships.map(named)} />
          <span className="sr-only">{t('switch')}</span>
          <ChevronDown className="ml-auto text-ink-3" />
        </>
      }
    >
      <ul>
        {offered.map(named).map(({ code, drawn }) => (
          <li key={code}>
            <PartnershipLink
              code={code}
              className="tap flex min-h-8 items-center gap-2 rounded-small px-2 text-small hover:bg-sunk aria-[current]:font-medium aria-[current]:text-accent"
            >
              {drawn}
            </PartnershipLink>
          </li>
        ))}
      </ul>
    </Menu>
  )
}

function Named({ sides, title }: FramePartnership) {
  return (
    <>
      <span className="flex flex-none gap-1">
        {sides.map((side) => (
          <Flag key={side} code={side} className="size-3.75" />
        ))}
      </span>
      <span className="min-w-0 text-start leading-4">{title}</span>
    </>
  )
}
