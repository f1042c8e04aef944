import { v7 as newId } from 'uuid'
import { z } from 'zod'
import type { Viewer } from '#lib/access/viewer.ts'
import { optional, Title, WebAddress } from '#lib/core/fields.ts'
import { plainName } from '#lib/core/files.ts'
import type { Tx } from '#lib/core/transaction.ts'

/** A file that was sent before, by its SHA-256; or a link. */
export const EvidenceSent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('file'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    name: Title.transform(plainName),
  }),
  z.object({ kind: z.literal('link'), url: WebAddress, name: optional(Title) }),
])

/** Links as a form without JavaScript sends them: an address a line. */
export const LinkLines = z.preprocess(
  (sent) =>
    typeof sent === 'string'
      ? sent
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
      : sent,
  z.array(WebAddress).default([]),
)

type Attaching = {
  report: string
  audience: string
  partnership: string
  evidence: z.infer<typeof EvidenceSent>[]
}

/** Makes files and links evidence of a report. Only what this very person sent is taken: knowing the hash of
 *  somebody else's file opens nothing. False when a file is none of his. */
export async function attach(tx: Tx, viewer: Viewer, to: Attaching): Promise<boolean> {
  const made = await Promise.all(
    to.evidence.map((it) =>
      it.kind === 'file'
        ? tx.$executeRaw`
            insert into evidence (id, audience_id, partnership_id, report_id, kind, name, sha256, size, media_type)
            select ${newId()}::uuid, ${to.audience}::uuid, ${to.partnership}::uuid, ${to.report}::uuid, 'file',
              ${it.name}, f.sha256, f.size, f.media_type
            from files f where f.person_id = ${viewer.person}::uuid and f.sha256 = decode(${it.sha256}, 'hex')`
        : tx.$executeRaw`
            insert into evidence (id, audience_id, partnership_id, report_id, kind, name, url)
            values (${newId()}::uuid, ${to.audience}::uuid, ${to.partnership}::uuid, ${to.report}::uuid, 'link',
              ${it.name ?? new URL(it.url).host}, ${it.url})`,
    ),
  )
  return made.every((one) => one === 1)
}
