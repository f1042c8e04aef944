import type { Tx } from '#lib/core/transaction.ts'
import { citeForInitiative } from '#lib/sources/cite.ts'
import type { SeenInitiative } from './seen.ts'
import type { TypedInitiative } from './typed.ts'

type Listed = Pick<SeenInitiative, 'id' | 'audienceId' | 'partnership'>
type Kept = { changed: number } | { wrong: Record<string, string> }

/** Makes the bodies of an initiative, the agreements from which it descends and its sources what was typed: what is missing
 *  comes, what was not typed goes, as far as the viewer sees it. `changed`: how many of them everybody sees who sees the
 *  initiative; or what is wrong, by field. */
export async function keepLists(tx: Tx, initiative: Listed, typed: TypedInitiative): Promise<Kept> {
  const bodies = await keepBodies(tx, initiative, typed)
  if ('wrong' in bodies) return bodies
  const agreements = await keepAgreements(tx, initiative, typed.agreements)
  if ('wrong' in agreements) return agreements
  const cited = await cite(tx, initiative, typed.source)
  if ('wrong' in cited) return cited
  return { changed: bodies.changed + agreements.changed + cited.changed }
}

type Body = {
  id: string
  organisation: string
  role: 'lead' | 'partner'
  side: string | null
  first: boolean
}

async function keepBodies(tx: Tx, initiative: Listed, typed: TypedInitiative): Promise<Kept> {
  const { sides } = initiative.partnership
  const first = sides.flatMap(({ code }) => {
    const organisation = typed.lead[code]
    return organisation === undefined ? [] : [bodyOf(organisation, 'lead', code, true)]
  })
  const further = typed.alsoLead
    .map((one) => one.split(':'))
    .map(([side = '', organisation = '']) => bodyOf(organisation, 'lead', side, false))
    .filter((body) => !first.some((lead) => sameBody(lead, body)))
  const partners = [...new Set(typed.partners)].map((one) => bodyOf(one, 'partner', null, false))
  const wanted = [...first, ...further, ...partners]

  const present = await tx.$queryRaw<Body[]>`
    select b.id::text, o.code as organisation, b.role, c.code as side, b.role = 'lead' and b.position = 1 as first
    from initiative_bodies b join organisations o on o.id = b.organisation_id left join countries c on c.id = b.country_id
    where b.initiative_id = ${initiative.id}::uuid`
  const same = (one: Omit<Body, 'id'>, other: Omit<Body, 'id'>) =>
    sameBody(one, other) && one.first === other.first
  const gone = present.filter((body) => !wanted.some((one) => same(one, body)))
  const come = wanted.filter((one) => !present.some((body) => same(one, body)))
  const ids = gone.map(({ id }) => id)
  const removed = await tx.$executeRaw`delete from initiative_bodies where id = any(${ids}::uuid[])`
  for (const { organisation, role, side, first: isFirst } of come) {
    const added = await tx.$executeRaw`
      insert into initiative_bodies (id, audience_id, initiative_id, organisation_id, country_id, role, position)
      select gen_random_uuid(), ${initiative.audienceId}::uuid, ${initiative.id}::uuid, o.id, c.id, ${role},
        case when ${isFirst} then 1 else (select greatest(coalesce(max(b.position), 0), 1) + 1 from initiative_bodies b
          where b.initiative_id = ${initiative.id}::uuid) end
      from organisations o left join countries c on c.code = ${side}
      where o.code = ${organisation} and o.archived_at is null
        and (c.id is null or ${role} <> 'lead' or c.id in (o.country_id, o.joint_country_id))`
    if (added === 0)
      return { wrong: { [fieldOf(role, side, isFirst)]: 'initiatives.form.no-such-organisation' } }
  }
  return { changed: removed + come.length }
}

const bodyOf = (organisation: string, role: Body['role'], side: string | null, first: boolean) => ({
  organisation,
  role,
  side,
  first,
})

const sameBody = (one: Omit<Body, 'id'>, other: Omit<Body, 'id'>) =>
  one.organisation === other.organisation && one.role === other.role && one.side === other.side

function fieldOf(role: Body['role'], side: string | null, isFirst: boolean): string {
  if (role === 'partner') return 'partners'
  return isFirst ? `lead.${side}` : 'alsoLead'
}

/** An agreement that one side keeps to itself is nothing that the other may see beside a shared initiative. */
async function keepAgreements(tx: Tx, initiative: Listed, codes: readonly string[]): Promise<Kept> {
  const gone = await tx.$queryRaw<{ shared: boolean }[]>`
    delete from initiative_agreements l using agreements g
    where l.initiative_id = ${initiative.id}::uuid and g.id = l.agreement_id and g.archived_at is null
      and g.code <> all(${codes}::text[])
    returning l.audience_id = ${initiative.audienceId}::uuid as shared`
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id::text from agreements where code = any(${codes}::text[]) and archived_at is null
      and partnership_id = ${initiative.partnership.id}::uuid`
  if (found.length < new Set(codes).size)
    return { wrong: { agreements: 'initiatives.form.no-such-agreement' } }
  const come = await tx.$queryRaw<{ shared: boolean }[]>`
    insert into initiative_agreements (id, audience_id, initiative_id, agreement_id)
    select gen_random_uuid(),
      case when holds(${initiative.audienceId}::uuid, g.audience_id) then g.audience_id else ${initiative.audienceId}::uuid end,
      ${initiative.id}::uuid, g.id
    from agreements g where g.id = any(${found.map(({ id }) => id)}::uuid[]) and not exists (
      select from initiative_agreements l where l.initiative_id = ${initiative.id}::uuid and l.agreement_id = g.id)
    returning audience_id = ${initiative.audienceId}::uuid as shared`
  return { changed: [...gone, ...come].filter(({ shared }) => shared).length }
}

/** A source of the standing stays a source of the initiative. */
async function cite(tx: Tx, initiative: Listed, code: string | undefined): Promise<Kept> {
  if (code === undefined) return { changed: 0 }
  const cited = await citeForInitiative(tx, { ...initiative, partnershipId: initiative.partnership.id }, code)
  return cited ?? { wrong: { source: 'initiatives.form.no-such-source' } }
}
