/** What a decree may make of a day: three kinds of a day off, a day of rest that is worked, and no special day any more. */
export const decreedKinds = ['holiday', 'substitute', 'additional', 'working', 'none'] as const
export type DecreedKind = (typeof decreedKinds)[number]
