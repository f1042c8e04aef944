import {
  BookOpenText,
  ClipboardCheck,
  FileText,
  History,
  FolderKanban,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  MapPinned,
  Search,
  SquareKanban,
  TrendingUp,
  Users,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Place as FoundPlace } from '#components/search/palette.tsx'
import { Count } from '#components/ui/count.tsx'
import type { AdministrationPlace } from './administration.ts'
import { OfPartnership, PartnershipNavigation, PlaceLink } from './place.tsx'

/** A partnership as the frame needs it. review: how many reports and claims wait for this viewer; null for
 *  who reviews nothing there. */
export type FramePartnership = {
  code: string
  title: string
  sides: readonly string[]
  isArchived: boolean
  review: number | null
}

type Place = {
  name:
    | 'overview'
    | 'board'
    | 'initiatives'
    | 'review'
    | 'regions'
    | 'meetings'
    | 'agreements'
    | 'trade'
    | 'sources'
    | 'audit-events'
    | 'my-work'
    | 'search'
    | AdministrationPlace['name']
  icon: LucideIcon
  href: string
  count?: number | null
}

/** Drawn once, whichever partnership one is in. */
type Navigated = { partnerships: readonly FramePartnership[]; myWork: number | null }

export function Navigation({ partnerships, myWork }: Navigated) {
  const t = useTranslations('frame')
  const mine = mineOf(myWork)
  return (
    <PartnershipNavigation className="mb-4 flex flex-col">
      <Group>
        <Items places={[overview, board, initiatives]} />
        <OfPartnership
          drawn={reviewsOf(partnerships, (place) => (
            <Items places={[place]} />
          ))}
        />
        <Items places={[regions]} />
      </Group>
      <GroupName>{t('commission')}</GroupName>
      <Group>
        <Items places={commission} />
      </Group>
      <GroupName>{t('mine')}</GroupName>
      <Group>
        <Items places={[...mine, search, events]} />
      </Group>
    </PartnershipNavigation>
  )
}

/** What there is to administer, whatever partnership one is in. */
export function Administration({ places }: { places: readonly AdministrationPlace[] }) {
  const t = useTranslations('frame')
  if (places.length === 0) return null
  return (
    <nav aria-label={t('administration')} className="mb-4 flex flex-col">
      <GroupName>{t('administration')}</GroupName>
      <Group>
        <Items places={places} />
      </Group>
    </nav>
  )
}

/** The same for a thumb: the three or four places of every day. The rest stands under “More”. */
export function Tabs({ partnerships, myWork }: Navigated) {
  if (partnerships.length === 0) return null
  return (
    <>
      {[...mineOf(myWork), overview, board].map((place) => (
        <Tab key={place.name} place={place} />
      ))}
      <OfPartnership
        drawn={reviewsOf(partnerships, (place) => (
          <Tab place={place} />
        ))}
      />
    </>
  )
}

function Tab({ place: { name, icon: Icon, href, count } }: { place: Place }) {
  const t = useTranslations('frame.place')
  return (
    <PlaceLink
      href={href}
      className="relative flex h-full min-w-0 flex-1 flex-col items-center justify-center gap-0.5 px-0.5 text-tiny text-ink-2 aria-[current]:font-strong aria-[current]:text-accent"
    >
      <Icon className="size-5" />
      <span className="max-w-full truncate">{t(name)}</span>
      {typeof count === 'number' && count > 0 && (
        <span className="absolute top-1.5 left-[calc(50%+0.5rem)] rounded-full bg-accent px-1.25 text-[0.625rem] leading-4 font-strong text-on-accent">
          {count}
        </span>
      )}
    </PlaceLink>
  )
}

// Of the partnership in which one is: its code stands before them.
const at = (name: Place['name'], icon: LucideIcon): Place => ({ name, icon, href: name })
const overview = at('overview', LayoutDashboard)
const board = at('board', SquareKanban)
const initiatives = at('initiatives', FolderKanban)
const review = at('review', ClipboardCheck)
const regions = at('regions', MapPinned)
const commission = [
  at('meetings', Users),
  at('agreements', FileText),
  at('trade', TrendingUp),
  at('sources', BookOpenText),
]
// The same everywhere.
const search: Place = { name: 'search', icon: Search, href: '/search' }
const events: Place = { name: 'audit-events', icon: History, href: '/admin/audit-events' }

const mineOf = (myWork: number | null): Place[] =>
  myWork === null ? [] : [{ name: 'my-work', icon: ListChecks, href: '/my-work', count: myWork }]

/** Not every viewer reviews in every partnership, and in each something else waits. */
const reviewsOf = (partnerships: readonly FramePartnership[], draw: (place: Place) => ReactNode) =>
  partnerships
    .filter((one) => one.review !== null)
    .map(({ code, review: count }) => ({ code, drawn: draw({ ...review, count }) }))

/** By name, for the palette; nothing archived is offered. With one partnership alone its title says nothing. */
export function usePlaces(
  all: readonly FramePartnership[],
  myWork: number | null,
  administration: readonly AdministrationPlace[],
): FoundPlace[] {
  const t = useTranslations('frame.place')
  const partnerships = all.filter(({ isArchived }) => !isArchived)
  const everywhere = administration.map(({ name, href }) => ({ href, name: t(name), partnership: null }))
  return partnerships
    .flatMap((here, n) => {
      const own = [
        overview,
        board,
        initiatives,
        ...(here.review === null ? [] : [review]),
        regions,
        ...commission,
      ]
      const title = partnerships.length > 1 ? here.title : null
      return [
        ...own.map(({ name, href }) => ({
          href: `/${here.code}/${href}`,
          name: t(name),
          partnership: title,
        })),
        ...(n === 0
          ? [...mineOf(myWork), events].map(({ name, href }) => ({ href, name: t(name), partnership: null }))
          : []),
      ]
    })
    .concat(everywhere)
}

function GroupName({ children }: { children: string }) {
  return <p className="mt-4.5 mb-1 px-2 text-small text-ink-3">{children}</p>
}

function Group({ children }: { children: ReactNode }) {
  // Under the thumb in two columns, so that all of it is in view.
  return <ul className="flex flex-col gap-px max-md:grid max-md:grid-cols-2">{children}</ul>
}

function Items({ places }: { places: readonly Place[] }) {
  const t = useTranslations('frame.place')
  return places.map(({ name, icon: Icon, href, count }) => (
    <li key={name}>
      <PlaceLink
        href={href}
        className="tap group flex min-h-7.5 items-center gap-2.25 rounded-field px-2 text-ink-2 transition-colors hover:bg-sunk hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent"
      >
        <Icon className="text-ink-3 group-hover:text-ink-2 group-aria-[current]:text-accent" />
        <span className="min-w-0 flex-1 truncate max-md:leading-4 max-md:whitespace-normal">{t(name)}</span>
        {typeof count === 'number' && count > 0 && <Count of={count} />}
      </PlaceLink>
    </li>
  ))
}
