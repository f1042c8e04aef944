/** The order of lists by date: PRODUCT.md, "Order". */
import type { PlainDate } from './due-date.ts'
import { isLate, type Lateness } from './lateness.ts'

export type Dated = { lateness: Lateness; dueOn: PlainDate | null; code: string }

/** Late first, then by last day of the due date, undated last, then by code (as bytes, as SQL sorts with collate "C"). */
export function byDueDate(a: Dated, b: Dated): number {
  return (
    Number(isLate(b.lateness)) - Number(isLate(a.lateness)) ||
    Number(a.dueOn === null) - Number(b.dueOn === null) ||
    compared(a.dueOn ?? '', b.dueOn ?? '') ||
    compared(a.code, b.code)
  )
}

function compared(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
