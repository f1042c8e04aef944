import type { ReactNode } from 'react'

const tones = {
  plain: 'surface-tag',
  alarm: 'bg-alarm-soft text-alarm',
  warn: 'bg-warn-soft text-warn',
  accent: 'bg-accent-soft text-accent',
}

/** A short word about a thing: "no evidence", "inferred", "financing". */
export function Tag({ tone = 'plain', children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return <span className={`tag ${tones[tone]}`}>{children}</span>
}

/** A thing's code, to be copied whole or read short. */
export function Code({ children }: { children: ReactNode }) {
  return <span className="code">{children}</span>
}
