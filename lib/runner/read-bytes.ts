/** Larger than any form of words could be. */
export const maxBodyBytes = 1024 * 1024

/** The body; undefined when it is larger, and then not read to its end. */
export async function readBytes(request: Request): Promise<Buffer | undefined> {
  const pieces: Uint8Array[] = []
  let size = 0
  // Not cancelled where it is too much: that would end the connection before the answer.
  for await (const piece of request.body?.values({ preventCancel: true }) ?? []) {
    size += piece.byteLength
    if (size > maxBodyBytes) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
