'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import type { ShownProblem } from '#components/ui/post.tsx'
import type { BoardCard } from '#lib/milestones/board-cards.ts'
import type { BoardRow } from '#lib/milestones/board.ts'
import type { Status } from '#lib/rules/milestone-status.ts'

export type More = { loading: Status | null; load: (status: Status) => void }

type Page = { cards: readonly BoardCard[]; next: string | null }
type Further = Partial<Record<Status, { pages: number } & Page>>

/** Further pages of columns, below what the page itself brought. When that is read anew, so are they. */
export function useMorePages({
  address,
  rows,
  onProblem,
}: {
  address: string
  rows: readonly BoardRow[]
  onProblem: (problem: ShownProblem) => void
}): { rows: readonly BoardRow[]; more: More } {
  const t = useTranslations('ui.form')
  const [further, setFurther] = useState<Further>({})
  const [loading, setLoading] = useState<Status | null>(null)

  async function load(status: Status) {
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
    setFurther((all) => ({ ...all, [status]: { pages: (known?.pages ?? 0) + 1, cards, next: page.next } }))
  }

  const readAnew = useEffectEvent(async (isCurrent: () => boolean) => {
    for (const { status, next } of rows[0]?.columns ?? []) {
      const known = further[status]
      if (!known) continue
      let page: Page = { cards: [], next }
      for (let read = 0; read < known.pages && page.next; read += 1) {
        const following = await pageAfter(address, status, page.next)
        if (following === null) return
        page = { cards: [...page.cards, ...following.cards], next: following.next }
      }
      if (isCurrent()) setFurther((all) => ({ ...all, [status]: { ...page, pages: known.pages } }))
    }
  })
  useEffect(() => {
    let isCurrent = true
    void readAnew(() => isCurrent)
    return () => void (isCurrent = false)
  }, [rows])

  return { rows: withFurther(rows, further), more: { loading, load: (status) => void load(status) } }
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
