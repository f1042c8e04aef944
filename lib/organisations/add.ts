import type { Tx } from '#lib/core/transaction.ts'
import type { GovernmentKind } from '#lib/rules/government-kinds.ts'

// OrganisationType of IATI, "Government": https://iatistandard.org/en/iati-standard/203/codelists/organisationtype/
const government = '10'

/** Adds a body of a country's government for a command of another noun. `name`: texts as JSON. False: its code is taken. */
export async function addGovernmentBody(
  tx: Tx,
  body: { id: string; code: string; country: string; kind: GovernmentKind; name: string; acronym: string },
): Promise<boolean> {
  const added = await tx.$executeRaw`
    insert into organisations (id, code, country_id, kind, iati_type, name, acronym)
    values (${body.id}::uuid, ${body.code}, ${body.country}::uuid, ${body.kind}, ${government}, ${body.name}::jsonb,
      ${body.acronym})
    on conflict (code) do nothing`
  return added === 1
}
