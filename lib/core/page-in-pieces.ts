import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

/** A page compressed once, to be sent with another nonce each time. */
export type PageInPieces = {
  /** Of main memory. */
  bytes: number
  /** As one gzip stream. */
  withNonce(nonce: string): Buffer
}

/** What stands between the nonces is compressed piece by piece, each up to a whole byte and without looking back at another;
 *  between two goes a nonce as a block that is not compressed. Together they are one stream of deflate (RFC 1951), between
 *  the head and the checksum of gzip (RFC 1952). */
export async function inPieces(html: string, nonce: string): Promise<PageInPieces> {
  const texts = html.split(nonce).map((text) => Buffer.from(text))
  const pieces = await Promise.all(texts.map((text) => compressed(text, untilWholeByte)))
  const size = texts.reduce((sum, { length }) => sum + length, 0)
  return {
    bytes: size + pieces.reduce((sum, { length }) => sum + length, 0),
    withNonce(fresh) {
      const word = Buffer.from(fresh)
      const block = uncompressed(word)
      const checksum = texts.reduce((sum, text, n) => crc32(text, n === 0 ? 0 : crc32(word, sum)), 0)
      const end = Buffer.alloc(8)
      end.writeUInt32LE(checksum)
      end.writeUInt32LE(size + word.length * (texts.length - 1), 4)
      const between = pieces.flatMap((piece, n) => (n === 0 ? [piece] : [block, piece]))
      return Buffer.concat([head, ...between, lastBlock, end])
    },
  }
}

const compressed = promisify(deflateRaw)
const untilWholeByte = { finishFlush: constants.Z_SYNC_FLUSH }

// Deflated, without a name, a time, or a system.
const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
const lastBlock = Buffer.from([1, 0, 0, 0xff, 0xff])

function uncompressed(word: Buffer): Buffer {
  const header = Buffer.alloc(5)
  header.writeUInt16LE(word.length, 1)
  header.writeUInt16LE(~word.length & 0xffff, 3)
  return Buffer.concat([header, word])
}
