import { holds } from '#lib/access/roles.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import { firstly, type OfferedOrganisation, organisationsFor } from '#lib/initiatives/offered.ts'
import type { PlannedPartnership } from '#lib/partnerships/planned.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'

/** What the form of a milestone can be filled with. */
export type OfferedForMilestone = {
  partnership: { code: string; sides: SideCode[]; languages: string[] }
  organisations: OfferedOrganisation[]
  /** Milestones that may come first: those of the same initiative and of the same direction. */
  milestones: { code: string; title: Text }[]
  /** May the viewer keep something to his own side? Then whose it is. */
  own: SideCode | null
}

const most = 200

/** `initiative`: its id; `but`: the id of the milestone itself. */
export async function offeredForMilestone(
  tx: Tx,
  viewer: Viewer,
  partnership: PlannedPartnership,
  { initiative, but }: { initiative: string; but: string | null },
  language: Language,
): Promise<OfferedForMilestone> {
  const milestones = await tx.$queryRaw<{ code: string; title: Text }[]>`
    select m.code, text_in(m.title, ${language}) as title
    from milestones m join initiatives i on i.id = ${initiative}::uuid
    where m.partnership_id = i.partnership_id and m.direction_id = i.direction_id and m.archived_at is null
      and m.id is distinct from ${but}::uuid
    order by m.initiative_id = i.id desc, m.code collate "C" limit ${most}`
  return {
    partnership: {
      code: partnership.code,
      sides: partnership.sides.map(({ code }) => code),
      languages: firstly(language, partnership.languages),
    },
    organisations: await organisationsFor(tx, partnership, language),
    milestones,
    own: holds(viewer, partnership.id, 'staff') ? viewer.side : null,
  }
}
