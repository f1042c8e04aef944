/** How an initiative stands as a whole, as somebody reported it; its progress is computed beside it. */
export const standings = [
  'announced',
  'agreed',
  'in_preparation',
  'in_progress',
  'stalled',
  'completed',
  'superseded',
  'cancelled',
  'no_evidence',
] as const
export type Standing = (typeof standings)[number]

/** The links of the value chain, from the mountain to the shop. */
export const stages = [
  'exploration',
  'mining',
  'concentration',
  'refining',
  'materials',
  'finished_goods',
] as const
export type Stage = (typeof stages)[number]
