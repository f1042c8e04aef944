import { expect, test } from 'vitest'
import { asViewer } from '#lib/access/wall.ts'
import { setChain } from '#tests/administering.ts'
import { aMilestone, aReport, newId, owner, rows } from '#tests/builders.ts'
import { knock, open } from '#tests/doors.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

test('administering opens no record, report or event of the side, not even its own chain’s', async () => {
  const { tokens, sideAdmin, audience } = world()
  const { code } = await aMilestone(world(), { visibility: 'UZ', title: 'Negotiating position' })
  const { id, milestone, ...report } = aReport({ code })
  const door = `/api/v1/milestones/${milestone}/progress-reports`
  expect((await knock('POST', door, { as: tokens.official, body: { id, ...report } })).status).toBe(201)
  expect(await setChain(world(), ['any-staff'])).toMatchObject({ ok: true })
  const as = tokens.sideAdmin
  expect(await open(`/UZ-KR/milestones/${code}`, { as })).toBe('not found')
  expect(
    (await knock('POST', `/api/v1/progress-reports/${id}/acceptances`, { as, body: { id: newId() } })).status,
  ).toBe(404)
  const tables = await rows<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'audience_id'`,
  )
  const tx = await owner().connect()
  await tx.query('begin')
  await tx.query('set local role langar_app')
  await tx.query('select view_as($1, $1, $2, $3)', [
    sideAdmin.person,
    sideAdmin.audiences.map(({ id }) => id),
    sideAdmin.writeAudiences,
  ])
  const seen = []
  for (const { name } of tables)
    if ((await tx.query(`select from ${name} where audience_id = $1`, [audience.UZ])).rowCount !== 0)
      seen.push(name)
  await tx.query('rollback')
  tx.release()
  expect(seen).toEqual([])
  const doors = ['audit-events', 'organisations/MINISTRY', `posts/${world().post.official}`, 'people']
  for (const one of doors)
    expect(await (await knock('GET', `/api/v1/${one}`, { as })).text()).not.toContain('Negotiating')
})

test('the two functions give a chain to nobody but the admin of exactly that side', async () => {
  const { partnership, other, sideAdmin, staff, admin, koreanStaff } = world()
  for (const viewer of [staff, admin, koreanStaff]) {
    const [read, set] = await asViewer(viewer, async (tx) => [
      await tx.$queryRaw<unknown[]>`select * from acceptance_chain(${partnership}::uuid)`,
      await tx.$queryRaw<{ done: boolean }[]>`
        select set_acceptance_chain(${partnership}::uuid, array[null]::uuid[]) as done`,
    ])
    expect([read, set]).toEqual([[], [{ done: false }]])
  }
  const [elsewhere] = await asViewer(
    sideAdmin,
    (tx) => tx.$queryRaw<{ done: boolean }[]>`
      select set_acceptance_chain(${other}::uuid, array[null]::uuid[]) as done`,
  )
  expect(elsewhere).toEqual({ done: false })
})
