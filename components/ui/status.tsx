import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Status } from '#lib/rules/milestone-status.ts'

// Whole class names, so that Tailwind finds them.
const colours: Record<Status, { dot: string; pill: string }> = {
  planned: { dot: 'bg-planned', pill: 'bg-planned-soft text-planned' },
  in_progress: { dot: 'bg-in-progress', pill: 'bg-in-progress-soft text-in-progress' },
  blocked: { dot: 'bg-blocked', pill: 'bg-blocked-soft text-blocked' },
  claimed: { dot: 'bg-claimed', pill: 'bg-claimed-soft text-claimed' },
  disputed: { dot: 'bg-disputed', pill: 'bg-disputed-soft text-disputed' },
  completed: { dot: 'bg-completed', pill: 'bg-completed-soft text-completed' },
  cancelled: { dot: 'bg-line-3', pill: 'bg-sunk text-ink-2' },
}

/** A milestone's status as a pill: its colour and its word, or a sentence in its place ("Claimed by
 *  Uzbekistan"). */
export function StatusPill({ status, children }: { status: Status; children?: ReactNode }) {
  const t = useTranslations('ui.status')
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-2 py-0.5 text-small font-medium whitespace-nowrap ${colours[status].pill}`}
    >
      <StatusDot status={status} />
      {children ?? t(status)}
    </span>
  )
}

/** The colour alone: always beside the word. */
export function StatusDot({ status }: { status: Status }) {
  return <span aria-hidden data-drawn className={`size-2 flex-none rounded-[2px] ${colours[status].dot}`} />
}

/** The word alone. */
export function StatusWord({ status }: { status: Status }) {
  return useTranslations('ui.status')(status)
}
