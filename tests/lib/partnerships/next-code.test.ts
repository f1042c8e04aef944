import { expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { asViewer } from '#lib/access/wall.ts'
import { nextInitiativeCode } from '#lib/initiatives/next-code.ts'
import { nextMilestoneCode } from '#lib/milestones/next-code.ts'
import { aMilestone, asOwner, insert, newId, texts } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const initiativeCode = (viewer: Viewer, audience: 'public' | 'shared' | 'UZ' | 'KR') =>
  asViewer(viewer, (tx) =>
    nextInitiativeCode(tx, { directionId: world().direction, audienceId: world().audience[audience] }),
  )
const milestoneCode = (viewer: Viewer, audience: 'shared' | 'UZ') =>
  asViewer(viewer, (tx) =>
    nextMilestoneCode(tx, { initiativeId: world().initiative, audienceId: world().audience[audience] }),
  )

const anInitiative = (code: string, audience: 'public' | 'shared' | 'UZ', more: object = {}) =>
  asOwner((tx) =>
    insert(tx, 'initiatives', {
      audience_id: world().audience[audience],
      partnership_id: world().partnership,
      direction_id: world().direction,
      code,
      title: texts(code),
      standing: 'announced',
      ...more,
    }),
  )

test('shared and public share one series, and an archived number is not given again', async () => {
  const { staff, koreanStaff } = world()
  expect(await initiativeCode(staff, 'shared')).toBe('UZ-KR-SC-02')
  await anInitiative('UZ-KR-SC-04', 'shared', { archived_at: new Date() })
  await anInitiative('UZ-KR-SC-06', 'public')
  expect(await initiativeCode(staff, 'shared')).toBe('UZ-KR-SC-07')
  expect(await initiativeCode(koreanStaff, 'public')).toBe('UZ-KR-SC-07')
  expect(await milestoneCode(staff, 'shared')).toBe('UZ-KR-SC-01-01')
  await aMilestone(world())
  expect(await milestoneCode(staff, 'shared')).toBe('UZ-KR-SC-01-02')
})

test('a side’s own has a random ending, and moves no number of what both see', async () => {
  const { staff, koreanStaff } = world()
  const before = await initiativeCode(koreanStaff, 'shared')
  const own = await initiativeCode(staff, 'UZ')
  expect(own).toMatch(/^UZ-KR-SC-U-[2-9A-HJ-NP-Z]{4}$/)
  expect(await initiativeCode(koreanStaff, 'KR')).toMatch(/^UZ-KR-SC-K-[2-9A-HJ-NP-Z]{4}$/)
  await anInitiative(own, 'UZ')
  for (const viewer of [staff, koreanStaff]) expect(await initiativeCode(viewer, 'shared')).toBe(before)
  expect(await milestoneCode(staff, 'UZ')).toMatch(/^UZ-KR-SC-01-U-[2-9A-HJ-NP-Z]{4}$/)
})

test('ten at once get ten numbers', async () => {
  const { staff, koreanStaff, direction, partnership, audience } = world()
  const codes = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      asViewer(n % 2 ? staff : koreanStaff, async (tx) => {
        const code = await nextInitiativeCode(tx, { directionId: direction, audienceId: audience.shared })
        await tx.$executeRaw`
          insert into initiatives (id, audience_id, partnership_id, direction_id, code, title, standing)
          values (${newId()}::uuid, ${audience.shared}::uuid, ${partnership}::uuid, ${direction}::uuid, ${code},
            ${texts(code)}::jsonb, 'announced')`
        await tx.$executeRaw`select seal('initiatives.create')`
        return code
      }),
    ),
  )
  expect(new Set(codes).size).toBe(10)
})
