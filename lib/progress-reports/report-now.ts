import type { Tx } from '#lib/core/transaction.ts'

export type ReportNow = { id: string; partnership: string; milestone: string; state: string }

/** How a report stands now. */
export async function reportNow(tx: Tx, report: string): Promise<ReportNow | undefined> {
  const [now] = await tx.$queryRaw<ReportNow[]>`
    select r.id::text, p.code as partnership, m.code as milestone, r.state
    from progress_reports r join milestones m on m.id = r.milestone_id join partnerships p on p.id = r.partnership_id
    where r.id = ${report}::uuid`
  return now
}

/** … after a step on it. */
export const reportAfter = (
  { id, partnership, milestone }: { id: string; partnership: string; milestone: { code: string } },
  state: string,
): ReportNow => ({ id, partnership, milestone: milestone.code, state })

/** The review queue, at the item that follows this report. */
export const reviewOf =
  (command: string) =>
  ({ partnership, id }: ReportNow) =>
    `/${partnership}/review?done=${command}&after=${id}`
