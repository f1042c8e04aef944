'use client'
import { useLocale, useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { DraftOwner } from '#components/ui/draft.tsx'
import { formatMoment } from '#lib/format/date.ts'

/** Milliseconds since 1970; null: never, or not known. */
const LastVisit = createContext<number | null>(null)

/** What changed, with the time since which it is new for this person in this browser, which alone remembers it. A visit
 *  lasts as long as the tab: what was new stays marked while one looks around. */
export function SinceVisit({ partnership, children }: { partnership: string; children: ReactNode }) {
  const t = useTranslations('audit-events.lately')
  const language = useLocale()
  const owner = useContext(DraftOwner)
  const [last, setLast] = useState<number | null>(null)

  useEffect(() => {
    if (owner !== null) setLast(visitBefore(`langar-visit:${owner}:${partnership}`))
  }, [owner, partnership])

  return (
    <LastVisit value={last}>
      {last !== null && (
        <p className="-mt-1 pb-1 text-small text-ink-2">
          {t('since', { moment: formatMoment(new Date(last), here(), language) })}
        </p>
      )}
      {children}
    </LastVisit>
  )
}

/** The visit before this one, and from now on this one. */
function visitBefore(name: string): number | null {
  try {
    const before = Number(sessionStorage.getItem(name) ?? localStorage.getItem(name))
    sessionStorage.setItem(name, String(before))
    localStorage.setItem(name, String(Date.now()))
    return before || null
  } catch {
    return null // storage is forbidden: nothing is marked
  }
}

/** The reader's own time zone: this is drawn in the browser alone. */
const here = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** Marks what happened after the last visit. `at`: ISO 8601. */
export function NewSince({ at }: { at: string }) {
  const t = useTranslations('audit-events.lately')
  const last = useContext(LastVisit)
  return last !== null && Date.parse(at) > last ? (
    <span className="ml-1.5 rounded-small bg-accent-soft px-1.25 text-tiny font-medium text-accent">
      {t('new')}
    </span>
  ) : null
}
