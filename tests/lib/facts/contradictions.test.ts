import { expect, test } from 'vitest'
import { contradictionsPage } from '#lib/facts/contradictions.ts'
import { withProgramme } from '#tests/programme.ts'

const programme = withProgramme()

test('every contradiction with its versions, of which one counts at most; open points; caveats', async () => {
  const found = await contradictionsPage.ask(programme().observer, { partnership: 'UZ-KR' }, 'en')
  expect(found?.contradictions.map(({ position }) => position)).toEqual(
    Array.from({ length: 18 }, (_, at) => at + 1),
  )
  for (const { versions, about, sources } of found?.contradictions ?? []) {
    expect(versions.length).toBeGreaterThan(1)
    expect(versions.filter(({ counts }) => counts).length).toBeLessThan(2)
    expect(about).not.toBeNull()
    expect(sources).not.toEqual([])
  }
  expect(found?.contradictions.filter(({ versions }) => versions.some(({ counts }) => counts))).toHaveLength(
    11,
  )
  expect(found?.openPoints).toHaveLength(9)
  expect(found?.caveats).toHaveLength(11)
})
