import { database } from '#lib/core/database.ts'
import type { Text } from '#lib/rules/texts.ts'
import type { Role } from './viewer.ts'

/** An account that one click opens in demo mode. */
export type DemoAccount = {
  post: string
  side: string
  role: Role
  title: Text
  organisation: Text
  /** Open milestones of the organisation, for an official. */
  openMilestones: number
  /** The first direction in which they lie. */
  direction: Text | null
}

/** None where the seed made none: the function exists in a demo database alone. */
export async function demoAccounts(language: string): Promise<DemoAccount[]> {
  return database().$queryRaw<DemoAccount[]>`
    select post::text, side, role, text_in(title, ${language}) as title,
      text_in(organisation, ${language}) as organisation, open_milestones as "openMilestones",
      text_in(direction, ${language}) as direction
    from demo_accounts()`
}

/** The person who holds the post, if a click may open it. */
export async function demoPersonAt(post: string): Promise<string | undefined> {
  const [found] = await database().$queryRaw<{ person: string }[]>`
    select person::text from demo_accounts() where post::text = ${post.replaceAll('\0', '')}`
  return found?.person
}
