'use client'
import { useTranslations } from 'next-intl'
import { startTransition, useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { ShownProblem } from '#components/ui/post.tsx'
import type { BoardCard } from '#lib/milestones/board-cards.ts'
import type { BoardRow } from '#lib/milestones/board.ts'
import type { Status } from '#lib/rules/milestone-status.ts'

type Page = { cards: readonly BoardCard[]; next: string | null }
type Further = Partial<Record<Status, { pages: number } & Page>>

/** Further pages of columns, below what the page itself brought. When that is read anew, so are they: `read` is what was
 *  brought when all that is shown was read. */
export function useMorePages({
  address,
  rows,
  onProblem,
}: {
  address: string
  rows: readonly BoardRow[]
  onProblem: (problem: ShownProblem) => void
}) {
  const t = useTranslations('ui.form')
  const [further, setFurther] = useState<Further>({})
  const [loading, setLoading] = useState<Status | null>(null)
  const [read, setRead] = useState(rows)

  const more = useCallback(
    async (status: Status) => {
      const column = rows[0]?.columns.find((one) => one.status === status)
      const known = further[status]
      const after = known ? known.next : column?.next
      if (!after || loading !== null) return
      setLoading(status)
      const page = await pageAfter(address, status, after)
      setLoading(null)
      if (page === null)
        return onProblem({ code: 'unreachable', message: 'ui.form.unreachable', text: t('unreachable') })
      const cards = [...(known?.cards ?? []), ...page.cards]
      const pages = (known?.pages ?? 0) + 1
      setFurther((all) => ({ ...all, [status]: { pages, cards, next: page.next } }))
    },
    [address, rows, further, loading, onProblem, t],
  )

  const readAnew = useEffectEvent(async (isCurrent: () => boolean) => {
    const anew: Further = {}
    for (const { status, next } of rows[0]?.columns ?? []) {
      const known = further[status]
      if (!known) continue
      let page: Page = { cards: [], next }
      for (let at = 0; at < known.pages && page.next; at += 1) {
        const following = await pageAfter(address, status, page.next)
        if (!isCurrent()) return
        if (following === null) return setRead(rows)
        page = { cards: [...page.cards, ...following.cards], next: following.next }
      }
      anew[status] = { ...page, pages: known.pages }
    }
    // Many cards are drawn anew in pieces, between which keys are answered.
    startTransition(() => {
      setFurther((all) => ({ ...all, ...anew }))
      setRead(rows)
    })
  })
  useEffect(() => {
    let isCurrent = true
    void readAnew(() => isCurrent)
    return () => void (isCurrent = false)
  }, [rows])

  const shown = useMemo(() => withFurther(rows, further), [rows, further])
  return { rows: shown, read: Object.keys(further).length === 0 ? rows : read, loading, more }
}

function withFurther(rows: readonly BoardRow[], further: Further): readonly BoardRow[] {
  return rows.map((row) => ({
    ...row,
    columns: row.columns.map((column) => {
      const known = further[column.status]
      if (!known) return column
      const ids = new Set(column.cards.map(({ id }) => id))
      return {
        ...column,
        cards: [...column.cards, ...known.cards.filter(({ id }) => !ids.has(id))],
        next: known.next,
      }
    }),
  }))
}

async function pageAfter(address: string, status: Status, after: string): Promise<Page | null> {
  const url = new URL(`/api/v1/partnerships${address}`, location.origin)
  url.searchParams.set('column', status)
  url.searchParams.set('only', 'column')
  url.searchParams.set('after', after)
  try {
    const answer = await fetch(url)
    const said: unknown = await answer.json()
    const column = answer.ok && isBoard(said) ? said.rows[0]?.columns[0] : undefined
    return column ? { cards: column.cards, next: column.next } : null
  } catch {
    return null
  }
}

function isBoard(said: unknown): said is { rows: BoardRow[] } {
  return typeof said === 'object' && said !== null && 'rows' in said && Array.isArray(said.rows)
}
