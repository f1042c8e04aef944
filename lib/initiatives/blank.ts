import { z } from 'zod'
import { keepsPlan } from '#lib/access/roles.ts'
import { Code } from '#lib/core/fields.ts'
import { plannedPartnership } from '#lib/partnerships/planned.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import { offeredTo } from './offered.ts'

export type BlankInitiative = Answer<typeof blankInitiative>

/** The form of a new initiative, for whoever may make one. `direction`: the one that is chosen at first. */
export const blankInitiative = question({
  name: 'initiatives.blank',
  input: z.object({
    partnership: Code,
    direction: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional()
      .catch(undefined),
  }),
  async about({ tx, viewer, input }) {
    const partnership = await plannedPartnership(tx, viewer, input.partnership)
    return partnership && keepsPlan(viewer, partnership.id, 'shared') ? partnership : undefined
  },
  async answer({ tx, viewer, record: partnership, input, language }) {
    return { offered: await offeredTo(tx, viewer, partnership, language), direction: input.direction }
  },
})
