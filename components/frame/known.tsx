'use client'
import type { ReactNode } from 'react'
import { DraftOwner } from '#components/ui/draft.tsx'
import { HasSearch } from './search-box.tsx'

/** What the frame tells whatever is drawn in it: whose drafts the forms keep, and whether there is a
 *  search. */
export function Known({
  owner,
  hasSearch,
  children,
}: {
  owner: string
  hasSearch: boolean
  children: ReactNode
}) {
  return (
    <HasSearch value={hasSearch}>
      <DraftOwner value={owner}>{children}</DraftOwner>
    </HasSearch>
  )
}
