import { Readable } from 'node:stream'
import { openFile } from '#lib/core/files.ts'
import { languageAt, viewerAt } from './at-the-door.ts'
import { answer, signInFirst, type Handler } from './door.ts'
import { fromElsewhere } from './from-elsewhere.ts'
import { asEvidence, keepFiles } from './kept-files.ts'
import { done, notFound, refused } from './outcome.ts'
import type { AnyQuestion } from './question.ts'
import { read } from './read.ts'

/** Bytes before they are evidence of anything: stored under their SHA-256, and noted as this person's. */
export const receiveFile: Handler = async (request) => {
  if (fromElsewhere(request)) return answer(request, refused('not-allowed', 'door.from-elsewhere'))
  const viewer = await viewerAt(request)
  if (!viewer) return signInFirst(request)
  const sent = await read(request, viewer)
  await keepFiles(viewer, sent.files)
  if (sent.problem) return answer(request, sent.problem)
  if (sent.files.length === 0)
    return answer(
      request,
      refused('invalid', 'problem.invalid', { fields: { 'evidence[]': 'problem.missing' } }),
    )
  return answer(request, done({ made: sent.files.map(asEvidence), next: '' }))
}

type StoredAs = { name: string; sha256: string; mediaType: string; size: number }

/** The bytes of a file that the question finds. Always saved, never opened in the page's own place: a file may hold
 *  anything that the other side put into it. */
export function fileDoor(question: AnyQuestion<StoredAs>): Handler {
  return async (request, { params }) => {
    const viewer = await viewerAt(request)
    if (!viewer) return signInFirst(request)
    const file = await question.ask(viewer, await params, languageAt(request))
    const stored = file && (await openFile(file.sha256))
    if (!file || !stored) return answer(request, notFound)
    return new Response(Readable.toWeb(stored.bytes) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': file.mediaType,
        'content-length': String(stored.size),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache',
      },
    })
  }
}
