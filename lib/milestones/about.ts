import { Code, NewId, Version } from '#lib/core/fields.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { partnershipOf } from '#lib/rules/codes.ts'
import type { Status } from '#lib/rules/milestone-status.ts'
import type { SeenMilestone } from './seen.ts'
import type { Turned } from './turn-key.ts'

/** What every act on a milestone is sent with: the id of what it creates, the milestone's code, and the version that
 *  the sender saw, for the act rests on it. */
export const about = { id: NewId, milestone: Code, version: Version }

/** What every act on a milestone has: what it rests on, and where. */
export const onMilestone = {
  restsOn: ({ version, id }: SeenMilestone) => ({ version, recordId: id }),
  within: ({ milestone }: { milestone: string }) => [partnershipOf(milestone) ?? ''],
}

export type MovedMilestone = {
  code: string
  partnership: string
  status: Status
  percent: number | null
  version: string
}

/** How the milestone stands now. */
export async function milestoneNow(tx: Tx, code: string): Promise<MovedMilestone | undefined> {
  const [milestone] = await tx.$queryRaw<MovedMilestone[]>`
    select m.code, p.code as partnership, m.status, m.percent, m.version::text
    from milestones m join partnerships p on p.id = m.partnership_id where m.id = milestone_coded(${code})`
  return milestone
}

/** … after a key on it was turned. */
export const milestoneAfter = (
  { code, partnership, percent }: SeenMilestone,
  { status, version }: Turned,
): MovedMilestone => ({ code, partnership, status, percent, version })

export const pageOf = ({ partnership, code }: MovedMilestone) => `/${partnership}/milestones/${code}`
