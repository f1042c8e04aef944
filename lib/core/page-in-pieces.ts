import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

/** A page compressed once, to be sent with another nonce each time: as one gzip stream. */
export type PageInPieces = { withNonce(nonce: string): Buffer }

/** What stands between the nonces is compressed piece by piece, each up to a whole byte and without looking back at another;
 *  between two goes a nonce as a block that is not compressed. Together they are one stream of deflate (RFC 1951), between
 *  the head and the checksum of gzip (RFC 1952). */
export async function inPieces(html: string, nonce: string): Promise<PageInPieces> {
  const texts = html.split(nonce).map((text) => Buffer.from(text))
  // Copied, for what zlib gives is a piece of 16 kB, however little is in it.
  const pieces = await Promise.all(
    texts.map(async (text) => Buffer.from(await compressed(text, untilWholeByte))),
  )
  const checksums = texts.map(checksumOnwards)
  const size = texts.reduce((sum, { length }) => sum + length, 0)
  return {
    withNonce(fresh) {
      const word = Buffer.from(fresh)
      const block = uncompressed(word)
      const checksum = checksums.reduce((sum, onwards, n) => onwards(n === 0 ? 0 : crc32(word, sum)), 0)
      const end = Buffer.alloc(8)
      end.writeUInt32LE(checksum)
      end.writeUInt32LE(size + word.length * (checksums.length - 1), 4)
      const between = pieces.flatMap((piece, n) => (n === 0 ? [piece] : [block, piece]))
      return Buffer.concat([head, ...between, lastBlock, end])
    },
  }
}

/** From the checksum of what stands before a text to that of both, without the text: it is what the text has after nothing,
 *  plus (without carrying) what each bit of the other becomes by so many zeros. */
function checksumOnwards(text: Buffer): (before: number) => number {
  const own = crc32(text)
  const becomes = bitsAfter(text.length)
  return (before) => becomes.reduce((sum, of, bit) => ((before >>> bit) & 1 ? sum ^ of : sum), own) >>> 0
}

/** Apart, for whatever a function that is kept was made beside is kept with it: these zeros, too. */
function bitsAfter(length: number): number[] {
  const zeros = Buffer.alloc(length)
  const ofNothing = crc32(zeros)
  return Array.from({ length: 32 }, (_, bit) => crc32(zeros, 2 ** bit) ^ ofNothing)
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
