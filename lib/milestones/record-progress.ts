import type { Tx } from '#lib/core/transaction.ts'
import { mayReport, statusAfterAcceptance, type Status } from '#lib/rules/milestone-status.ts'

/** Called when the last step accepts a report: only now do percent and status of its milestone move. What was claimed,
 *  closed or cancelled meanwhile stays as it is. Nobody knows when work began that had begun before. */
export async function recordProgress(
  tx: Tx,
  milestone: { id: string; status: Status; today: string },
  report: { percent: number; blocker: string | null },
): Promise<void> {
  if (!mayReport(milestone.status).may) return
  const status = statusAfterAcceptance(milestone.status, report.percent, report.blocker !== null)
  const words = status === 'blocked' ? report.blocker : null
  await tx.$executeRaw`
    update milestones set percent = ${report.percent}, status = ${status}, accepted_on = ${milestone.today}::date,
      started_on = case when status = 'planned' then ${milestone.today}::date else started_on end,
      version = gen_random_uuid(),
      block_cause = case when ${status} = 'blocked' then coalesce(block_cause, 'other') end, block_words = ${words}
    where id = ${milestone.id}::uuid`
}
