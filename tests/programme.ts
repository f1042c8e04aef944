import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { connections } from '#lib/core/database.ts'
import { aSession, asOwner, insert, owner, rows, signedIn, texts } from './builders.ts'
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
    await connections().end()
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

/** A late milestone that a side keeps to itself, in an initiative of the programme. */
export function anOwnMilestone(side: 'UZ' | 'KR', initiative: string): Promise<string> {
  return asOwner(async (tx) => {
    const { rows: found } = await tx.query(
      `select i.id, i.partnership_id, i.direction_id, a.id as audience_id, a.country_id
       from initiatives i join audiences a on a.partnership_id = i.partnership_id and a.kind = 'side'
       join countries c on c.id = a.country_id and c.code = $1 where i.code = $2`,
      [side, initiative],
    )
    const [{ id, ...above }] = found
    return insert(tx, 'milestones', {
      ...above,
      initiative_id: id,
      code: `UZ-KR-SC-01-${side === 'UZ' ? 'U' : 'K'}-${randomUUID().slice(0, 4).toUpperCase()}`,
      title: texts('Our own'),
      percent: 40,
      weight: 7,
      status: 'in_progress',
      baseline_on: '2025-01-31',
      baseline_precision: 'day',
      due_on: '2025-01-31',
      due_precision: 'day',
    })
  })
}
