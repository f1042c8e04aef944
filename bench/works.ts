import type pg from 'pg'
import { openSession } from './installation.ts'
import type { Source } from './load.ts'

/** A piece of work, as Langar and as the floor are asked for it. */
export type Work = {
  name: string
  langar: Source
  /** None where the floor has nothing like it. */
  floor?: Source
  reach?: Reach
  /** Before it is measured anew: what it used up is there again. */
  setBack?: () => Promise<void>
  /** Codes that an answer shows, in no order: Langar's and the floor's have to be the same. */
  shows?: (answer: string) => string[]
}

/** What was set for it: at most so many times the floor's p50; at sixteen connections more requests a second than the floor, or
 *  so many. */
export type Reach = { times?: number; moreThanFloor?: true; perSecond?: number }

export type People = Awaited<ReturnType<typeof signIn>>

/** People of the largest partnership, each with a session as signing in opens it. */
export async function signIn(owner: pg.Pool) {
  const of = (who: string, side: string) => openSession(owner, `${who}.uz-kr.${side}@example.org`)
  return {
    staff: await of('staff', 'uz'),
    koreanStaff: await of('staff', 'kr'),
    official: await of('official', 'uz'),
    writer: await of('writer', 'uz'),
    observer: await of('observer', 'uz'),
    insideObserver: await of('inside-observer', 'uz'),
    sideAdmin: await of('side-admin', 'uz'),
    admin: await of('admin', 'uz'),
  }
}

/** The id of one of their posts. */
export async function postOf(owner: pg.Pool, who: string): Promise<string> {
  const { rows } = await owner.query<{ post: string }>(`select post from bench.people where email = $1`, [
    `${who}.uz-kr.uz@example.org`,
  ])
  return rows[0]?.post ?? ''
}
