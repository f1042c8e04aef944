import { database } from '#lib/core/database.ts'

/** Moves what tallies say is late on to the day that has begun at every side, one audience after another. Whoever asks before
 *  it ran reads the same, and more slowly: for each milestone that fell due since (tallied.ts). */
export async function countDay(): Promise<void> {
  let isMore = true
  while (isMore) {
    const [moved] = await database().$queryRaw<{ isMore: boolean }[]>`select count_day() as "isMore"`
    isMore = moved?.isMore === true
  }
}
