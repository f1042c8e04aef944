const grounds = {
  accent: 'bg-accent',
  planned: 'bg-planned',
  'in-progress': 'bg-in-progress',
  blocked: 'bg-blocked',
  claimed: 'bg-claimed',
  completed: 'bg-completed',
  disputed: 'bg-disputed',
  alarm: 'bg-alarm',
  warn: 'bg-warn',
  rest: 'bg-line-2',
}

export type BarTone = keyof typeof grounds

/** How far, 0 to 100; null: unknown, which is drawn as itself and not as 0. `name` says it to readers of
 *  the screen, number included. */
export function Bar({
  percent,
  name,
  tone = 'accent',
}: {
  percent: number | null
  name: string
  tone?: BarTone
}) {
  return (
    <div
      role="img"
      aria-label={name}
      data-drawn
      className={percent === null ? unknown : 'h-0.75 rounded-full bg-line'}
    >
      {percent !== null && (
        <div
          className={`h-full rounded-full ${grounds[tone]}`}
          style={{ width: `${Math.min(100, Math.max(0, percent))}%` }}
        />
      )}
    </div>
  )
}

const unknown = 'h-0.75 border-b-2 border-dotted border-line-2'

/** Parts of a whole, side by side, in the order given; what is missing to `of` stays empty. `name` says
 *  them all in words. */
export function PartsBar({
  parts,
  of,
  name,
}: {
  parts: readonly { tone: BarTone; size: number }[]
  of: number
  name: string
}) {
  return (
    <div
      role="img"
      aria-label={name}
      data-drawn
      className="flex h-2 gap-px overflow-hidden rounded-full bg-line/70"
    >
      {parts
        .filter(({ size }) => size > 0)
        .map(({ tone, size }) => (
          <div
            key={tone}
            className={`h-full flex-none ${grounds[tone]}`}
            style={{ width: `calc(${(size / of) * 100}% - 1px)` }}
          />
        ))}
    </div>
  )
}
