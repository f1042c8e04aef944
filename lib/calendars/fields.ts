import { z } from 'zod'
import { Day, Name, optional, Title, WebAddress } from '#lib/core/fields.ts'
import { type DecreedKind, decreedKinds } from '#lib/rules/decreed-kinds.ts'
import { isPlainDate } from '#lib/rules/due-date.ts'

/** `holiday`: to which the day belongs: a working Saturday to the holiday that was moved. */
export type DecreedDay = { day: string; kind: DecreedKind; holiday: string }

const list = <T extends z.ZodType>(of: T) =>
  z.preprocess((typed) => (typeof typed === 'string' ? [typed] : typed), z.array(of).max(60))

/** A decree as it is typed: its source, and its days in three lists of one length, where a row without a day is none. */
export const decreeFields = {
  title: Title,
  number: optional(Name),
  decidedOn: Day,
  publisher: optional(Name),
  url: WebAddress,
  days: list(z.string()),
  kinds: list(z.enum(decreedKinds)),
  holidays: list(optional(Title)),
}

type Lists = { days: string[]; kinds: DecreedKind[]; holidays: (string | undefined)[] }

export function decreedDays({ days, kinds, holidays }: Lists): DecreedDay[] {
  return days.flatMap((day, at) =>
    day.trim() === '' ? [] : [{ day: day.trim(), kind: kinds[at] ?? 'none', holiday: holidays[at] ?? '' }],
  )
}

/** Says at the days what is wrong with them. */
export function checkDays(lists: Lists, context: z.core.$RefinementCtx): void {
  const days = decreedDays(lists)
  const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['days[]'], message })
  if (lists.kinds.length !== lists.days.length || lists.holidays.length !== lists.days.length)
    wrong('problem.malformed')
  else if (days.length === 0) wrong('problem.no-day')
  else if (days.some(({ day }) => !isPlainDate(day) || day < '1900' || day > '2199'))
    wrong('problem.no-such-date')
  else if (new Set(days.map(({ day }) => day)).size < days.length) wrong('problem.day-twice')
  else if (days.some(({ kind, holiday }) => kind !== 'none' && holiday === '')) wrong('problem.no-holiday')
}
