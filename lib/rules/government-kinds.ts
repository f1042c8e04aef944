/** Kinds of organisations that are a government or a part of it. */
export const governmentKinds = ['government', 'ministry', 'agency'] as const
export type GovernmentKind = (typeof governmentKinds)[number]
