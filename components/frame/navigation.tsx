import {
  BookOpenText,
  ClipboardCheck,
  FileText,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  SquareKanban,
  TrendingUp,
  Users,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Count } from '#components/ui/count.tsx'
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
  name: 'overview' | 'board' | 'review' | 'meetings' | 'agreements' | 'trade' | 'sources' | 'my-work'
  icon: LucideIcon
  href: string
  count?: number | null
}

export function Navigation({ here, myWork }: { here: FramePartnership; myWork: number | null }) {
  const t = useTranslations('frame')
  const { overview, board, review, meetings, agreements, trade, sources, mine } = placesOf(here, myWork)
  return (
    <nav aria-label={here.title} className="mb-4 flex flex-col">
      <Group places={[overview, board, ...review]} />
      <GroupName>{t('commission')}</GroupName>
      <Group places={[meetings, agreements, trade, sources]} />
      {mine.length > 0 && <GroupName>{t('mine')}</GroupName>}
      <Group places={mine} />
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
    review: review === null ? [] : [{ ...at('review', ClipboardCheck), count: review }],
    meetings: at('meetings', Users),
    agreements: at('agreements', FileText),
    trade: at('trade', TrendingUp),
    sources: at('sources', BookOpenText),
    mine:
      myWork === null
        ? []
        : [{ name: 'my-work' as const, icon: ListChecks, href: '/my-work', count: myWork }],
  }
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
