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
import type { Place as FoundPlace } from '#components/search/palette.tsx'
import { Count } from '#components/ui/count.tsx'
import type { AdministrationPlace } from './administration.ts'
import { PlaceLink } from './place.tsx'

/** A partnership as the frame needs it. review: how many reports and claims wait for this viewer; null for
 *  who reviews nothing there. */
export type FramePartnership = {
  code: string
  title: string
  sides: readonly string[]
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

export function Navigation({ here, myWork }: { here: FramePartnership; myWork: number | null }) {
  const t = useTranslations('frame')
  const { overview, board, initiatives, review, regions, commission, mine, search, events } = placesOf(
    here,
    myWork,
  )
  return (
    <nav aria-label={here.title} className="mb-4 flex flex-col">
      <Group places={[overview, board, initiatives, ...review, regions]} />
      <GroupName>{t('commission')}</GroupName>
      <Group places={commission} />
      <GroupName>{t('mine')}</GroupName>
      <Group places={[...mine, search, events]} />
    </nav>
  )
}

/** What there is to administer, whatever partnership one is in. */
export function Administration({ places }: { places: readonly AdministrationPlace[] }) {
  const t = useTranslations('frame')
  if (places.length === 0) return null
  return (
    <nav aria-label={t('administration')} className="mb-4 flex flex-col">
      <GroupName>{t('administration')}</GroupName>
      <Group places={places} />
    </nav>
  )
}

/** The same for a thumb: the three or four places of every day. The rest stands under “More”. */
export function Tabs({ here, myWork }: { here: FramePartnership; myWork: number | null }) {
  const t = useTranslations('frame.place')
  const { overview, board, review, mine } = placesOf(here, myWork)
  return [...mine, overview, board, ...review].map(({ name, icon: Icon, href, count }) => (
    <PlaceLink
      key={name}
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
  ))
}

function placesOf({ code, review }: FramePartnership, myWork: number | null) {
  const at = (name: Place['name'], icon: LucideIcon): Place => ({ name, icon, href: `/${code}/${name}` })
  return {
    overview: at('overview', LayoutDashboard),
    board: at('board', SquareKanban),
    initiatives: at('initiatives', FolderKanban),
    review: review === null ? [] : [{ ...at('review', ClipboardCheck), count: review }],
    regions: at('regions', MapPinned),
    commission: [
      at('meetings', Users),
      at('agreements', FileText),
      at('trade', TrendingUp),
      at('sources', BookOpenText),
    ],
    events: { name: 'audit-events' as const, icon: History, href: '/admin/audit-events' },
    mine:
      myWork === null
        ? []
        : [{ name: 'my-work' as const, icon: ListChecks, href: '/my-work', count: myWork }],
    search: { name: 'search' as const, icon: Search, href: '/search' },
  }
}

/** By name, for the palette. With one partnership alone its title says nothing. */
export function usePlaces(
  partnerships: readonly FramePartnership[],
  myWork: number | null,
  administration: readonly AdministrationPlace[],
): FoundPlace[] {
  const t = useTranslations('frame.place')
  const everywhere = administration.map(({ name, href }) => ({ href, name: t(name), partnership: null }))
  return partnerships
    .flatMap((here, at) => {
      const { overview, board, initiatives, review, regions, commission, mine, events } = placesOf(
        here,
        myWork,
      )
      const own = [overview, board, initiatives, ...review, regions, ...commission]
      const title = partnerships.length > 1 ? here.title : null
      return [
        ...own.map(({ name, href }) => ({ href, name: t(name), partnership: title })),
        ...(at === 0
          ? [...mine, events].map(({ name, href }) => ({ href, name: t(name), partnership: null }))
          : []),
      ]
    })
    .concat(everywhere)
}

function GroupName({ children }: { children: string }) {
  return <p className="mt-4.5 mb-1 px-2 text-small text-ink-3">{children}</p>
}

function Group({ places }: { places: readonly Place[] }) {
  const t = useTranslations('frame.place')
  if (places.length === 0) return null
  return (
    <ul className="flex flex-col gap-px">
      {places.map(({ name, icon: Icon, href, count }) => (
        <li key={name}>
          <PlaceLink
            href={href}
            className="tap group flex min-h-7.5 items-center gap-2.25 rounded-field px-2 text-ink-2 transition-colors hover:bg-sunk hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent"
          >
            <Icon className="text-ink-3 group-hover:text-ink-2 group-aria-[current]:text-accent" />
            <span className="min-w-0 flex-1 truncate">{t(name)}</span>
            {typeof count === 'number' && count > 0 && <Count of={count} />}
          </PlaceLink>
        </li>
      ))}
    </ul>
  )
}
