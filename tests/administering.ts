import { changeAcceptanceSteps } from '#lib/acceptance-steps/change.ts'
import { acceptanceStepList } from '#lib/acceptance-steps/list.ts'
import { run } from '#lib/runner/run.ts'
import { asOwner, insert, newId, rows, signedIn, texts, type Who, type World } from './builders.ts'

/** What the tests of an admin's acts begin with. */

export const uzbek = (one: World) => ({ audience_id: one.country.UZ, country_id: one.country.UZ })

/** Somebody of Uzbekistan who holds nothing. */
export function somebody(one: World, more: object = {}): Promise<string> {
  const person = { ...uzbek(one), name: 'Somebody', email: `${newId()}@example.org`, ...more }
  return asOwner((tx) => insert(tx, 'people', person))
}

/** A post of Uzbekistan that nobody holds, with these roles in the world's partnership. */
export function aPost(one: World, roles: string[] = [], partnership = one.partnership): Promise<string> {
  return asOwner(async (tx) => {
    const organisation_id = one.organisation.ministry
    const post = await insert(tx, 'posts', {
      country_id: one.country.UZ,
      organisation_id,
      title: texts('Post'),
    })
    for (const role of roles)
      await insert(tx, 'grants', { ...uzbek(one), post_id: post, partnership_id: partnership, role })
    return post
  })
}

export async function versionIn(table: 'people' | 'posts' | 'organisations', id: string): Promise<string> {
  const [row] = await rows<{ version: string }>(`select version from ${table} where id = $1`, id)
  return row?.version ?? ''
}

/** A day as a form sends it. */
export const typedDay = (day: string) => {
  const [year, part, on] = day.split('-')
  return { year, part, day: on }
}

/** Sets the chain of the Uzbek side as its admin. */
export async function setChain(one: World, steps: string[], who: Who = 'sideAdmin') {
  const admin = await signedIn(one.tokens[who])
  const found = await acceptanceStepList.ask(admin, {}, 'en')
  const version = found?.chains[0]?.version ?? newId()
  return run(changeAcceptanceSteps, admin, { id: newId(), partnership: one.code, version, steps })
}
