import { afterAll, beforeAll } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { database } from '#lib/core/database.ts'
import { aSession, owner, rows, signedIn } from './builders.ts'
import { seededDatabase, type TestDatabase } from './database.ts'

export type Programme = { staff: Viewer; koreanStaff: Viewer; observer: Viewer }

/** A database of this test file alone with the real programme in it, and who reads it. */
export function withProgramme(): () => Programme {
  let programme: Programme | undefined
  let made: TestDatabase | undefined
  beforeAll(async () => {
    made = await seededDatabase()
    process.env['DATABASE_URL'] = made.ownerUrl
    programme = {
      staff: await holderOf('staff', 'UZ'),
      koreanStaff: await holderOf('staff', 'KR'),
      observer: await holderOf('observer', 'KR'),
    }
  }, 120_000)
  afterAll(async () => {
    await owner().end()
    await database().$disconnect()
    await made?.drop()
  })
  return () => {
    if (!programme) throw new Error('the programme is loaded before the first test')
    return programme
  }
}

async function holderOf(role: string, side: string): Promise<Viewer> {
  const [holder] = await rows<{ id: string }>(
    `select a.person_id as id from grants g join appointments a on a.post_id = g.post_id
       join countries c on c.id = g.country_id
     where g.role = $1 and c.code = $2 and g.ended_at is null limit 1`,
    role,
    side,
  )
  if (!holder) throw new Error(`nobody is ${role} of ${side}`)
  return signedIn(await aSession(holder.id))
}
