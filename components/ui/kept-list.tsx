import { Children, type ReactNode } from 'react'
import { ButtonLink } from './button.tsx'
import { Empty } from './empty.tsx'
import { FilterLink } from './filter.tsx'
import { ListSearch } from './list-search.tsx'
import { Paging } from './paging.tsx'

/** A list that an admin keeps, row by row: searched, with what was put away behind a switch, in pages; an empty one leads
 *  on. `away`: the switch's name in the address. */
export function KeptList({
  at,
  filter,
  away,
  words,
  page,
  children,
}: {
  at: string
  filter: Readonly<Record<string, string | undefined>>
  away: string
  words: Readonly<
    Record<'search' | 'away' | 'none' | 'noneAway' | 'noneFound' | 'create' | 'showAll', string>
  >
  page: { next: string | null; isContinued: boolean }
  children: ReactNode
}) {
  const isAway = filter[away] !== undefined
  const isSearched = filter['words'] !== undefined
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <ListSearch at={at} label={words.search} words={filter['words']} kept={{ [away]: filter[away] }} />
        <FilterLink href={isAway ? at : `${at}?${away}=yes`} isChosen={isAway}>
          {words.away}
        </FilterLink>
      </div>
      {Children.count(children) === 0 ? (
        <Empty
          title={isSearched ? words.noneFound : isAway ? words.noneAway : words.none}
          action={
            isSearched || isAway ? (
              <ButtonLink href={at}>{words.showAll}</ButtonLink>
            ) : (
              <ButtonLink href={`${at}?act=create`}>{words.create}</ButtonLink>
            )
          }
        />
      ) : (
        <ul className="divide-y divide-line border-t border-line">{children}</ul>
      )}
      <Paging at={at} filter={filter} next={page.next} isContinued={page.isContinued} />
    </>
  )
}
