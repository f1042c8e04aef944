import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** An answer as a door sends it: JSON in UTF-8; compressed once, when the first one wants it so. */
export type Written = { json: Buffer; compressed(): Promise<Buffer> }

export function written(answer: object): Written {
  const json = Buffer.from(JSON.stringify(answer))
  let compressed: Promise<Buffer> | undefined
  return { json, compressed: () => (compressed ??= promisify(gzip)(json)) }
}
