import type { Tx } from '#lib/core/transaction.ts'
import type { PlannedPartnership } from '#lib/partnerships/planned.ts'
import type { TypedMilestone } from './typed.ts'

/** The side and the organisation that answer for a milestone, as ids; a joint milestone has no side. Or what is wrong, by
 *  field: an organisation answers for its own side, an international one for any, an archived one for nothing
 *  new. */
export async function responsibleTyped(
  tx: Tx,
  { sides }: PlannedPartnership,
  { side, organisation }: Pick<TypedMilestone, 'side' | 'organisation'>,
): Promise<{ countryId: string | null; organisationId: string | null } | { wrong: Record<string, string> }> {
  const country = sides.find(({ code }) => code === side)
  if (!country && side !== 'joint') return { wrong: { side: 'problem.malformed' } }
  if (organisation === undefined) return { countryId: country?.id ?? null, organisationId: null }
  const [body] = await tx.$queryRaw<{ id: string; countries: string[] }[]>`
    select id::text, array_remove(array[country_id, joint_country_id], null)::text[] as countries
    from organisations where code = ${organisation} and archived_at is null for share`
  if (!body) return { wrong: { organisation: 'problem.malformed' } }
  const answering = country ? [country.id] : sides.map(({ id }) => id)
  if (body.countries.length > 0 && !body.countries.some((id) => answering.includes(id)))
    return { wrong: { organisation: 'milestones.form.of-another-side' } }
  return { countryId: country?.id ?? null, organisationId: body.id }
}
