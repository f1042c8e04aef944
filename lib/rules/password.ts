/** In characters as they are hashed. No rule about digits or signs: they make passwords that people write down. */
const passwordLength = { least: 12, most: 200 } as const

export const passwordProblems = ['too-short', 'too-long', 'is-address', 'differs'] as const
export type PasswordProblem = (typeof passwordProblems)[number]

/** What is wrong with a password that somebody has chosen and typed twice; undefined when nothing is. `email`: with which
 *  he signs in. */
export function passwordProblem(chosen: {
  password: string
  again: string
  email: string
}): PasswordProblem | undefined {
  const password = chosen.password.normalize('NFKC')
  const length = [...password].length
  if (length < passwordLength.least) return 'too-short'
  if (length > passwordLength.most) return 'too-long'
  if (password.trim().toLowerCase() === chosen.email.toLowerCase()) return 'is-address'
  return password === chosen.again.normalize('NFKC') ? undefined : 'differs'
}
