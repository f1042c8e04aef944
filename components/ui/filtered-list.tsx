import { Children, type ReactNode } from 'react'
import { ButtonLink } from './button.tsx'
import { Empty } from './empty.tsx'
import { type FilterSelect, FilterSelects } from './filter-selects.tsx'
import { Page } from './page.tsx'
import { Paging } from './paging.tsx'

/** A list that filters narrow and that comes in pages. `at`: its address; `name`: of its filters; `none`: what it says
 *  when the filters leave nothing, with `showAll` as the way out; `children`: a row each. */
export function FilteredList({
  at,
  name,
  selects,
  none,
  showAll,
  page,
  children,
}: {
  at: string
  name: string
  selects: readonly FilterSelect[]
  none: string
  showAll: string
  page: { filter: Readonly<Record<string, string | undefined>>; next: string | null; isContinued: boolean }
  children: ReactNode
}) {
  return (
    <Page>
      <FilterSelects name={name} selects={selects} />
      {Children.count(children) === 0 ? (
        <Empty title={none} action={<ButtonLink href={at}>{showAll}</ButtonLink>} />
      ) : (
        <ul className="divide-y divide-line border-t border-line">{children}</ul>
      )}
      <Paging at={at} filter={page.filter} next={page.next} isContinued={page.isContinued} />
    </Page>
  )
}
