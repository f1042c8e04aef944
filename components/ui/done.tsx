import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'

/** What was just done, on the page to which it led. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <p
      role="status"
      className="flex items-center gap-2.5 rounded-card border border-completed/40 bg-completed-soft px-3.5 py-2.5 text-completed"
    >
      <CircleCheck className="size-4.5" />
      {children}
    </p>
  )
}
