import { Code } from '#lib/core/fields.ts'
import { type Sql, sql } from '#lib/core/database.ts'
import type { Tx } from '#lib/core/transaction.ts'
import { directionOf, partnershipOf } from '#lib/rules/codes.ts'
import type { Texts } from '#lib/rules/texts.ts'

/** Alone, as doors name it: `UZ-KR-SC`. */
export const DirectionCode = Code.refine((code) => directionOf(code) !== undefined)

/** A direction as a command needs it. */
export type DirectionToChange = {
  id: string
  version: string
  partnershipId: string
  title: Texts
  summary: Texts | null
}

/** Locked until the transaction ends; undefined when it is not there for this viewer, or was put away, itself or with its
 *  partnership. */
export const directionToChange = (tx: Tx, code: string) => locked(tx, code, sql`d.archived_at is null`)

/** The same of one that was put away. */
export const archivedDirection = (tx: Tx, code: string) => locked(tx, code, sql`d.archived_at is not null`)

async function locked(tx: Tx, code: string, standing: Sql): Promise<DirectionToChange | undefined> {
  const [direction] = await tx.$queryRaw<DirectionToChange[]>`
    select d.id::text, d.version::text, d.partnership_id::text as "partnershipId", d.title, d.summary
    from directions d join partnerships p on p.id = d.partnership_id and p.archived_at is null
    where p.code = ${partnershipOf(code) ?? ''} and d.code = ${directionOf(code) ?? ''} and ${standing}
    for no key update of d`
  return direction
}

export const restsOnDirection = ({ version, id }: DirectionToChange) => ({ version, recordId: id })

export type DirectionNow = { code: string; partnership: string; version: string; archived: boolean }

/** As whoever made or changed it is told. */
export async function directionNow(tx: Tx, code: string): Promise<DirectionNow | undefined> {
  const [direction] = await tx.$queryRaw<DirectionNow[]>`
    select p.code || '-' || d.code as code, p.code as partnership, d.version::text, d.archived_at is not null as archived
    from directions d join partnerships p on p.id = d.partnership_id
    where p.code = ${partnershipOf(code) ?? ''} and d.code = ${directionOf(code) ?? ''}`
  return direction
}
