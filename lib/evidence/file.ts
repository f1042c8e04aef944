import { z } from 'zod'
import { Id } from '#lib/core/fields.ts'
import { question } from '#lib/runner/question.ts'

export type EvidenceFile = { name: string; sha256: string; mediaType: string; size: number }

/** A stored file that is evidence of a report which the viewer may see. */
export const evidenceFile = question({
  name: 'evidence.file',
  input: z.object({ evidence: Id }),
  async about({ tx, input }) {
    const [file] = await tx.$queryRaw<EvidenceFile[]>`
      select name, encode(sha256, 'hex') as sha256, media_type as "mediaType", size
      from evidence where id = ${input.evidence}::uuid and kind = 'file'`
    return file
  },
  answer: async ({ record }) => record,
})
