import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import type { PlainDate } from '#lib/rules/due-date.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { Text } from '#lib/rules/texts.ts'

/** A partnership as every page in it needs it. */
export type SeenPartnership = {
  id: string
  code: string
  title: Text
  /** In the order of the partnership's title. */
  sides: SideCode[]
  /** The latest day that has begun on both sides. */
  today: PlainDate
}

/** undefined when it is not there for this viewer. */
export async function partnershipSeen(
  tx: Tx,
  code: string,
  language: Language,
): Promise<SeenPartnership | undefined> {
  const [partnership] = await tx.$queryRaw<SeenPartnership[]>`
    select p.id::text, p.code, text_in(p.title, ${language}) as title,
      (select json_agg(c.code order by s.position) from sides s join countries c on c.id = s.country_id
        where s.partnership_id = p.id) as sides,
      today_at(p.id, null)::text as today
    from partnerships p where p.code = ${code}`
  return partnership
}
