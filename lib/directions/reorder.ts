import { z } from 'zod'
import { adminOf } from '#lib/access/roles.ts'
import { Code, NewId } from '#lib/core/fields.ts'
import { partnershipNow, partnershipToChange } from '#lib/partnerships/seen-to-change.ts'
import { command } from '#lib/runner/command.ts'
import { done, refused } from '#lib/runner/outcome.ts'

/** The directions of a partnership in another order. `codes`: all that there are, as they shall stand: who has not seen one
 *  of them cannot say where it belongs. */
export const reorderDirections = command({
  name: 'directions.reorder',
  input: z.strictObject({
    id: NewId,
    partnership: Code,
    codes: z.array(z.string().regex(/^[A-Z]{2}$/)).max(100),
  }),
  about: ({ tx, input }) => partnershipToChange(tx, input.partnership),
  allow: adminOf,
  async run({ tx, record: partnership, input: { codes } }) {
    const there = await tx.$queryRaw<{ code: string }[]>`
      select code from directions where partnership_id = ${partnership.id}::uuid and archived_at is null
      order by code for no key update`
    if (String(there.map(({ code }) => code)) !== String(codes.toSorted()))
      return refused('conflict', 'problem.other-directions')
    // No two may have one place, not even for a moment: first all go behind the last, then each to its own; what was put
    // away stands behind the others.
    await tx.$executeRaw`
      update directions d set position = d.position + last.position
      from (select max(position) as position from directions where partnership_id = ${partnership.id}::uuid) last
      where d.partnership_id = ${partnership.id}::uuid`
    await tx.$executeRaw`
      update directions d set position = wanted.position, version = gen_random_uuid()
      from (select id, row_number() over (order by archived_at is not null, array_position(${codes}::text[], code),
          position) as position
        from directions where partnership_id = ${partnership.id}::uuid) wanted
      where d.id = wanted.id`
    return done(partnership.code)
  },
  answer: ({ tx, input }) => partnershipNow(tx, input.partnership),
  next: ({ code }) => `/admin/partnerships/${code}?done=directions.reorder#directions`,
})
