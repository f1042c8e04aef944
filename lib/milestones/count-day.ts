import { database } from '#lib/core/database.ts'

/** Counts what is late up to the day that has begun at every side, one audience after another. Whoever asks before that reads the
 *  same, and more slowly: each milestone that fell due since (tallied.ts). */
export async function countDay(): Promise<void> {
  let isMore = true
  while (isMore) {
    const [moved] = await database().$queryRaw<{ isMore: boolean }[]>`select count_day() as "isMore"`
    isMore = moved?.isMore === true
  }
}
