import { useTranslations } from 'next-intl'
import { Flag } from '#components/ui/flag.tsx'
import type { SideCode, Status, Verdict } from '#lib/rules/milestone-status.ts'

type Said = 'open' | 'confirmed' | 'completed' | 'disputed'

/** The mark of Langar: both sides' flags, each with what its side has said. `sides` in the order of the
 *  partnership's title (one alone for what a side keeps to itself); `names`: the countries' names by side,
 *  for the sentence that is read aloud. */
export function TwoKeys({
  sides,
  verdicts,
  status,
  names,
}: {
  sides: readonly SideCode[]
  verdicts: readonly Verdict[]
  status: Status
  names: Readonly<Record<SideCode, string>>
}) {
  const t = useTranslations('milestones.two-keys')
  const keys = sides.map((side) => ({ side, said: saidBy(side, verdicts, status) }))
  const sentence = keys.map(({ side, said }) => t(said, { side: names[side] ?? side })).join(' ')
  return (
    <span role="img" aria-label={sentence} title={sentence} data-drawn className="two-keys">
      {keys.map(({ side, said }) => (
        <span key={side} className={grounds[said]}>
          <Flag code={side} className="size-3.75" />
          <Sign said={said} />
        </span>
      ))}
    </span>
  )
}

/** A verdict that stands is violet while it waits for the other side, green once the milestone is closed. */
function saidBy(side: SideCode, verdicts: readonly Verdict[], status: Status): Said {
  const verdict = verdicts.find((one) => one.side === side)
  if (!verdict) return 'open'
  if (verdict.says === 'disputed') return 'disputed'
  return status === 'completed' ? 'completed' : 'confirmed'
}

const grounds: Record<Said, string | undefined> = {
  open: undefined,
  confirmed: 'bg-claimed-soft text-claimed',
  completed: 'bg-completed-soft text-completed',
  disputed: 'bg-disputed-soft text-disputed',
}

const tick = 'M3 6.4 5.2 8.6 9.2 3.8'
const cross = 'M3.4 3.4 8.6 8.6M8.6 3.4 3.4 8.6'

function Sign({ said }: { said: Said }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      {said === 'open' ? <circle cx="6" cy="6" r="4.4" /> : <path d={said === 'disputed' ? cross : tick} />}
    </svg>
  )
}
