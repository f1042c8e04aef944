import { expect, test } from 'vitest'
import { nobody } from '#lib/access/wall.ts'
import { archiveMilestone } from '#lib/milestones/archive.ts'
import { releaseMilestone } from '#lib/milestones/release.ts'
import { unarchiveMilestone } from '#lib/milestones/unarchive.ts'
import { run } from '#lib/runner/run.ts'
import { aMilestone, asOwner, insert, newId, owner, rows, texts, versionOf } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

/** Acts on a milestone that meet one on its initiative wait for it, and neither for the other. */

const world = withWorld()

const anInitiative = (code: string) =>
  asOwner((tx) =>
    insert(tx, 'initiatives', {
      audience_id: world().audience.shared,
      partnership_id: world().partnership,
      direction_id: world().direction,
      code,
      title: texts(code),
      standing: 'in_progress',
    }),
  )

/** Until an act waits for a lock that somebody holds. */
const somebodyWaits = () =>
  expect
    .poll(() =>
      rows(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`),
    )
    .toHaveLength(1)

test('a milestone whose release waits for its initiative is free', async () => {
  const initiative = await anInitiative('UZ-KR-SC-71')
  const milestone = await aMilestone(world(), { initiative, visibility: 'UZ' })
  const tx = await owner().connect()
  try {
    await tx.query('begin')
    await tx.query('select from initiatives where id = $1 for no key update', [initiative])
    const sent = { id: newId(), milestone: milestone.code, version: milestone.version }
    const outcome = run(releaseMilestone, world().staff, { ...sent, to: 'shared', reason: 'Agreed' })
    await somebodyWaits()
    await tx.query('select from milestones where id = $1 for no key update nowait', [milestone.id])
    await tx.query('rollback')
    expect(await outcome).toMatchObject({ ok: true })
  } finally {
    tx.release(true)
  }
})

test('nothing is brought back below an initiative that is put away meanwhile', async () => {
  const initiative = await anInitiative('UZ-KR-SC-72')
  const milestone = await aMilestone(world(), { initiative })
  const sent = { milestone: milestone.code }
  const archival = { ...sent, id: newId(), version: milestone.version }
  expect(await run(archiveMilestone, world().staff, archival)).toMatchObject({ ok: true })
  const tx = await owner().connect()
  try {
    await tx.query('begin')
    await tx.query('select view_as($1, $1, array[common()], array[common()])', [nobody])
    await tx.query('update initiatives set archived_at = now() where id = $1', [initiative])
    const { version } = await versionOf(milestone.id)
    const outcome = run(unarchiveMilestone, world().staff, { ...sent, id: newId(), version })
    await somebodyWaits()
    await tx.query(`select seal('import')`)
    await tx.query('commit')
    expect(await outcome).toMatchObject({
      problem: { message: 'milestones.unarchive.initiative-archived' },
    })
  } finally {
    tx.release(true)
  }
})

test('nothing is released below an initiative that was put away', async () => {
  const initiative = await anInitiative('UZ-KR-SC-73')
  const milestone = await aMilestone(world(), { initiative, visibility: 'UZ' })
  await asOwner((tx) => tx.query('update initiatives set archived_at = now() where id = $1', [initiative]))
  const sent = { id: newId(), milestone: milestone.code, version: milestone.version }
  expect(
    await run(releaseMilestone, world().staff, { ...sent, to: 'shared', reason: 'Agreed' }),
  ).toMatchObject({ problem: { message: 'milestones.unarchive.initiative-archived' } })
})
