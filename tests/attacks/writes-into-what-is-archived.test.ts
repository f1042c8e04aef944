import { beforeAll, expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { asViewer } from '#lib/access/wall.ts'
import { Prisma } from '#lib/core/generated/prisma/client.ts'
import { archivePartnership } from '#lib/partnerships/archive.ts'
import { run } from '#lib/runner/run.ts'
import { aMilestone, newId, rows, signedIn, type Who } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

/** Somebody gets past the commands and speaks SQL behind the wall: into an archived partnership he writes nothing. */

const world = withWorld()
const everybody: Who[] = [
  'official',
  'staff',
  'insideObserver',
  'sideAdmin',
  'admin',
  'koreanStaff',
  'stranger',
]
const now = (who: Who) => signedIn(world().tokens[who])
let milestone = ''

beforeAll(async () => {
  milestone = (await aMilestone(world(), { status: 'in_progress', percent: 100 })).id
  const [seen] = await rows<{ version: string }>(`select version from partnerships where code = 'UZ-KR'`)
  const archived = { id: newId(), partnership: 'UZ-KR', version: seen?.version }
  const done = await run(archivePartnership, world().admin, archived)
  if (!done.ok) throw new Error(done.problem.message)
})

test.each(everybody)('%s changes no row of it', async (who) => {
  const viewer = await now(who)
  const id = world().partnership
  for (const table of ['sides', 'directions', 'initiatives', 'milestones', 'landmarks'])
    expect(
      await tried(viewer, `update ${table} set partnership_id = '${id}' where partnership_id = '${id}'`),
      table,
    ).toMatch(/^(0|42501)$/)
  expect(await tried(viewer, `update partnerships set note = 'mine' where id = '${id}'`)).toBe('42501')
})

test.each(everybody)('%s adds nothing to it, no role in it either', async (who) => {
  const { partnership, audience, country, post } = world()
  const viewer = await now(who)
  const confirmation = `insert into confirmations (id, audience_id, partnership_id, milestone_id, country_id, verdict, at)
    values (new_id(), '${audience.shared}', '${partnership}', '${milestone}', '${country.UZ}', 'confirmed', now())`
  const role = `insert into grants (id, audience_id, country_id, post_id, partnership_id, role)
    values (new_id(), '${country.UZ}', '${country.UZ}', '${post.observer}', '${partnership}', 'staff')`
  for (const statement of [confirmation, role])
    expect(await tried(viewer, statement)).toMatch(/^(LG001|42501)$/)
})

test('the admin of a side sets no chain in it, nor takes a role away', async () => {
  const { partnership, post } = world()
  const viewer = await now('sideAdmin')
  const [chain] = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<{ done: boolean }[]>`
      select set_acceptance_chain(${partnership}::uuid, array[null]::uuid[]) as done`,
  )
  expect(chain?.done).toBe(false)
  const ended = `update grants set ended_at = now() where post_id = '${post.observer}'`
  expect(await tried(viewer, ended)).toBe('LG001')
})

test('the door by which it comes back opens to the admin of the installation alone', async () => {
  const reopened = `with reopened as materialized (select reopen_partnership('${world().partnership}'))
    update partnerships set archived_at = null from reopened where code = 'UZ-KR'`
  for (const who of everybody)
    expect(await tried(await now(who), reopened), who).toBe(who === 'admin' ? '1' : '42501')
})

/** How many rows it wrote, or with what it was refused. Nothing of it stays. */
async function tried(viewer: Viewer, statement: string): Promise<string> {
  let written: number | undefined
  try {
    await asViewer(viewer, async (tx) => {
      written = await tx.$executeRaw(Prisma.raw(statement)) // oxlint-disable-line no-restricted-properties -- the test is the attacker
      throw new Error('taken back')
    })
  } catch (error) {
    if (written === undefined && error instanceof Error && 'code' in error) return `${error.code}`
  }
  return `${written}`
}
