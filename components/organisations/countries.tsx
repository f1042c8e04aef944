import { Flag } from '#components/ui/flag.tsx'
import type { SideCode } from '#lib/rules/milestone-status.ts'

/** The flags of the countries to which a body belongs: two of a joint venture, a globe for an international one. */
export function Countries({ codes }: { codes: readonly SideCode[] }) {
  return (
    <span className="flex h-[1lh] flex-none items-center gap-0.5">
      {codes.length === 0 ? <Flag code={null} /> : codes.map((code) => <Flag key={code} code={code} />)}
    </span>
  )
}
