import { z } from 'zod'
import { database } from '#lib/core/database.ts'
import { hashPassword } from '#lib/core/passwords.ts'
import { invalid } from '#lib/runner/invalid.ts'
import type { LinkAct } from '#lib/runner/link-door.ts'
import { done, refused } from '#lib/runner/outcome.ts'
import { passwordProblem } from '#lib/rules/password.ts'
import { linkHolder } from './link-holder.ts'

const Chosen = z.strictObject({ token: z.string().max(200), password: z.string(), again: z.string() })

/** Whoever has a one-time link chooses the password with which he signs in from then on. The link is used up, older ones
 *  with it, and his sessions end. It has no viewer and is no record (credentials are nobody's to see), so it does not pass
 *  the runner. */
export const choosePassword: LinkAct = {
  async run(sent) {
    const { success, data, error } = Chosen.safeParse(sent)
    if (!success) return invalid(error)
    const holder = await linkHolder(data.token)
    if (!holder) return deadLink
    const problem = passwordProblem({ ...data, email: holder.email })
    if (problem) {
      const field = problem === 'differs' ? 'again' : 'password'
      return refused('invalid', 'problem.invalid', {
        fields: { [field]: `people.choose-password.${problem}` },
      })
    }
    const hash = await hashPassword(data.password)
    const [set] = await database().$queryRaw<{ done: boolean }[]>`
      select set_credential(${Buffer.from(data.token)}, ${hash}) as done`
    return set?.done ? done({ made: null, next: '/sign-in?done=people.choose-password' }) : deadLink
  },
  page: ({ token }) =>
    typeof token === 'string' ? `/sign-in/${encodeURIComponent(token.toWellFormed())}` : '/sign-in',
}

const deadLink = refused('not-found', 'people.choose-password.dead')
