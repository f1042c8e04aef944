import { createHash } from 'node:crypto'
import type { Viewer } from '#lib/access/viewer.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { Refusal, refused } from './outcome.ts'

/** Was this very post answered already? The sender chose the id: the same post twice, by a nervous thumb or a queue,
 *  changes nothing; another body under one id is a conflict. Two at once wait for each other here. */
export async function answeredBefore(
  tx: Tx,
  command: string,
  viewer: Viewer,
  input: { id: string },
): Promise<boolean> {
  const hash = createHash('sha256').update(JSON.stringify(input)).digest()
  const first = await tx.$executeRaw`
    insert into answers (person_id, command, id, body_hash)
    values (${viewer.person}::uuid, ${command}, ${input.id}::uuid, ${hash}) on conflict do nothing`
  if (first === 1) return false
  const [answer] = await tx.$queryRaw<{ same: boolean }[]>`
    select body_hash = ${hash} as same from answers
    where person_id = ${viewer.person}::uuid and command = ${command} and id = ${input.id}::uuid`
  if (!answer?.same) throw new Refusal(refused('conflict', 'problem.sent-before'))
  return true
}
