import { useLocale, useTranslations } from 'next-intl'
import { FilterLink, FilterMenu, Filters } from '#components/ui/filter.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { Folded } from '#components/ui/folded.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { StatusWord } from '#components/ui/status.tsx'
import { countryName } from '#lib/format/country.ts'
import { formatDate, formatPeriod } from '#lib/format/date.ts'
import type { Language } from '#lib/format/language.ts'
import { formatNumber } from '#lib/format/number.ts'
import type { MilestoneBoard } from '#lib/milestones/board.ts'
import type { PlainDate } from '#lib/rules/due-date.ts'
import { readQuarters } from '#lib/rules/quarter.ts'

const asking = ['direction', 'side', 'body', 'due', 'quarter', 'status', 'rows', 'column', 'after'] as const
type Asking = Partial<Record<(typeof asking)[number], string | undefined>>

/** The address of the board as it is asked for, with changes: what is undefined there is taken away. */
export function boardAddress(
  { partnership, asked }: Pick<MilestoneBoard, 'partnership' | 'asked'>,
  changes: Asking = {},
): string {
  const wanted: Asking = { ...asked, ...changes }
  const query = new URLSearchParams(asking.flatMap((key) => (wanted[key] ? [[key, wanted[key]]] : [])))
  return query.size > 0 ? `/${partnership}/board?${query}` : `/${partnership}/board`
}

const filters = ['direction', 'side', 'body', 'status', 'rows'] as const
const dues = [
  'late',
  'overdue',
  'no_evidence',
  'at_risk',
  'due_soon',
  'stale',
  'on_track',
  'undated',
] as const

/** Each answer is an address: the view can be sent to others, and the way back leads to the view before. */
export function BoardFilters({ board }: { board: MilestoneBoard }) {
  const t = useTranslations('milestones.board')
  const lateness = useTranslations('milestones.lateness')
  const language = useLocale()
  const { asked, directions, sides, bodies } = board
  const to = (changes: Asking) => boardAddress(board, { column: undefined, after: undefined, ...changes })
  const anchors = directions.filter(({ isAnchor }) => isAnchor)
  const direction = directions.find(({ code }) => code === asked.direction)
  const body = bodies.find(({ code }) => code === asked.body)
  const sideName = (side: string) => (side === 'joint' ? t('joint') : countryName(side, language))
  const any = (filter: 'direction' | 'side' | 'body' | 'rows') => ({
    key: 'any',
    label: t(`any.${filter}`),
    href: to({ [filter]: undefined }),
    isChosen: asked[filter] === undefined,
  })
  const quarters = asked.quarter && quartersNamed(asked.quarter, language, t)
  const due = [quarters, asked.due && lateness(asked.due)].filter((word) => word !== undefined)
  const chosen = filters.filter((filter) => asked[filter] !== undefined).length + Math.min(due.length, 1)
  return (
    <Folded name={t('filters')} chosen={chosen}>
      <Filters
        name={t('filters')}
        end={
          <FilterMenu
            name={t('filter.rows')}
            value={asked.rows ? t(`rows.${asked.rows}`) : t('any.rows')}
            isChosen={asked.rows !== undefined}
            opens="right"
            options={[
              any('rows'),
              ...(['direction', 'organisation', 'side'] as const).map((rows) => ({
                key: rows,
                label: t(`rows.${rows}`),
                href: to({ rows }),
                isChosen: asked.rows === rows,
              })),
            ]}
          />
        }
      >
        <FilterMenu
          name={t('filter.direction')}
          value={
            direction ? (
              <RecordText text={direction.title} isQuiet />
            ) : asked.direction ? (
              t('anchors', { count: formatNumber(anchors.length, language) })
            ) : (
              t('any.direction')
            )
          }
          isChosen={asked.direction !== undefined}
          options={[
            any('direction'),
            {
              key: 'anchors',
              label: t('anchors', { count: formatNumber(anchors.length, language) }),
              href: to({ direction: 'anchors' }),
              isChosen: asked.direction === 'anchors',
            },
            ...[...anchors, ...directions.filter(({ isAnchor }) => !isAnchor)].map(({ code, title }) => ({
              key: code,
              label: <RecordText text={title} isQuiet />,
              href: to({ direction: code }),
              isChosen: asked.direction === code,
            })),
          ]}
        />
        <FilterMenu
          name={t('filter.side')}
          value={asked.side ? sideName(asked.side) : t('any.side')}
          isChosen={asked.side !== undefined}
          options={[
            any('side'),
            ...[...sides, 'joint'].map((side) => ({
              key: side,
              label: (
                <span className="flex items-center gap-2">
                  {side !== 'joint' && <Flag code={side} />}
                  {sideName(side)}
                </span>
              ),
              href: to({ side }),
              isChosen: asked.side === side,
            })),
          ]}
        />
        <FilterMenu
          name={t('filter.body')}
          value={
            body ? (
              <span className="inline-block max-w-50 truncate align-bottom">
                <RecordText text={body.name} isQuiet />
              </span>
            ) : (
              t('any.body')
            )
          }
          isChosen={asked.body !== undefined}
          options={[
            any('body'),
            ...bodies.map(({ code, name, side }) => ({
              key: code,
              label: (
                <span className="flex items-center gap-2">
                  <Flag code={side} />
                  <RecordText text={name} isQuiet />
                </span>
              ),
              href: to({ body: code }),
              isChosen: asked.body === code,
            })),
          ]}
        />
        <FilterMenu
          name={t('filter.due')}
          value={due.join(', ') || t('any.due')}
          isChosen={due.length > 0}
          options={[
            {
              key: 'any',
              label: t('any.due'),
              href: to({ due: undefined, quarter: undefined }),
              isChosen: due.length === 0,
            },
            ...(quarters
              ? [
                  {
                    key: 'quarters',
                    label: quarters,
                    href: to({ due: undefined }),
                    isChosen: asked.due === undefined,
                  },
                ]
              : []),
            ...dues
              .filter((one) => one !== 'undated' || !quarters)
              .map((one) => ({
                key: one,
                label: lateness(one),
                href: to({ due: one }),
                isChosen: asked.due === one,
              })),
          ]}
        />
        <FilterLink
          href={to({ due: asked.due === 'late' ? undefined : 'late' })}
          isChosen={asked.due === 'late'}
        >
          {t('only-late')}
        </FilterLink>
        {(board.cancelled > 0 || asked.status === 'cancelled') && (
          <FilterLink
            href={to({ status: asked.status ? undefined : 'cancelled' })}
            isChosen={asked.status === 'cancelled'}
          >
            <StatusWord status="cancelled" /> {board.cancelled}
          </FilterLink>
        )}
      </Filters>
    </Folded>
  )
}

function quartersNamed(
  quarters: string,
  language: Language,
  t: ReturnType<typeof useTranslations<'milestones.board'>>,
): string | undefined {
  const days = readQuarters(quarters)
  if (days === undefined || days === 'none') return days && t('quarters.none')
  const { from, to } = days
  const named = (day: PlainDate) => formatDate(day, 'quarter', language, 'short')
  if (from && to) return formatPeriod(from, to, language)
  if (from) return t('quarters.from', { quarter: named(from) })
  return to ? t('quarters.to', { quarter: named(to) }) : undefined
}
