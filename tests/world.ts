import { afterAll, beforeAll } from 'vitest'
import { connections } from '#lib/core/database.ts'
import { aPartnership, owner, type World } from './builders.ts'
import { testDatabase, type TestDatabase } from './database.ts'

/** A database of this test file alone, with one world in it, made before its first test. */
export function withWorld(wanted: Parameters<typeof aPartnership>[0] = {}): () => World {
  let world: World | undefined
  let made: TestDatabase | undefined
  beforeAll(async () => {
    made = await testDatabase()
    process.env['DATABASE_URL'] = made.ownerUrl
    process.env['NEXTAUTH_SECRET'] ??= 'a secret of the tests'
    world = await aPartnership(wanted)
  })
  afterAll(async () => {
    await owner().end()
    await connections().end()
    await made?.drop()
  })
  return () => {
    if (!world) throw new Error('the world is made before the first test')
    return world
  }
}
