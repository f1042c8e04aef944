'use client'
import type { ReactNode } from 'react'
import { type Place, WithPalette } from '#components/search/palette.tsx'
import { DraftOwner } from '#components/ui/draft.tsx'

/** What the frame tells whatever is drawn in it: whose drafts the forms keep, and where one can go. */
export function Known({
  owner,
  places,
  children,
}: {
  owner: string
  places: readonly Place[]
  children: ReactNode
}) {
  return (
    <WithPalette places={places}>
      <DraftOwner value={owner}>{children}</DraftOwner>
    </WithPalette>
  )
}
