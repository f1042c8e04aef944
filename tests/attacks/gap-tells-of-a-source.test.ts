import { beforeAll, expect, test } from 'vitest'
import { changeInitiative } from '#lib/initiatives/change.ts'
import { createInitiative } from '#lib/initiatives/create.ts'
import { releaseInitiative } from '#lib/initiatives/release.ts'
import type { AnyCommand } from '#lib/runner/command.ts'
import { run } from '#lib/runner/run.ts'
import { asOwner, insert, newId, rows } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

/** The places of the sources that both sides read show no gap where one side reads one more. */

const world = withWorld()

beforeAll(() =>
  asOwner(async (tx) => {
    const { audience, partnership } = world()
    for (const [code, of] of [
      ['UZ-KR-SRC-U-ABCD', audience.UZ],
      ['UZ-KR-SRC-01', audience.shared],
      ['UZ-KR-SRC-02', audience.shared],
    ] as const)
      await insert(tx, 'sources', {
        audience_id: of,
        partnership_id: partnership,
        code,
        title: code,
        publisher: 'Agency',
      })
  }),
)

const typed = { language: 'en', title: { en: 'Cluster' }, standing: 'in_progress' }
async function act(command: AnyCommand, sent: object): Promise<{ code: string }> {
  const outcome = await run(command, world().staff, { id: newId(), ...sent })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value.made as { code: string }
}
const versionOf = async (code: string) =>
  (await rows<{ version: string }>('select version from initiatives where code = $1', code))[0]?.version
const cite = async (initiative: string, source: string) =>
  act(changeInitiative, { ...typed, initiative, version: await versionOf(initiative), source })
const placesBothSee = (initiative: string) =>
  rows<{ code: string; position: number }>(
    `select s.code, c.position from citations c join sources s on s.id = c.source_id join initiatives i on i.id = c.initiative_id
     where i.code = $1 and c.audience_id = $2 order by c.position`,
    initiative,
    world().audience.shared,
  )
const both = [
  { code: 'UZ-KR-SRC-01', position: 1 },
  { code: 'UZ-KR-SRC-02', position: 2 },
]

test('what one side cites alone takes no place among what both cite', async () => {
  const shared = 'UZ-KR-SC-01'
  for (const source of ['UZ-KR-SRC-01', 'UZ-KR-SRC-U-ABCD', 'UZ-KR-SRC-02']) await cite(shared, source)
  expect(await placesBothSee(shared)).toEqual(both)
})

test('with a release they are numbered anew', async () => {
  const own = { ...typed, partnership: 'UZ-KR', direction: 'SC', audience: 'own' }
  const { code } = await act(createInitiative, { ...own, source: 'UZ-KR-SRC-U-ABCD' })
  for (const source of ['UZ-KR-SRC-01', 'UZ-KR-SRC-02']) await cite(code, source)
  const released = await act(releaseInitiative, {
    initiative: code,
    version: await versionOf(code),
    to: 'shared',
    reason: 'Agreed',
  })
  expect(await placesBothSee(released.code)).toEqual(both)
  expect(await rows('select * from verify_ledger()')).toEqual([])
})
