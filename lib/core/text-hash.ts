import { createHash } from 'node:crypto'

/** Of a text that is translated: MD5 in hex, as SQL's `text_in` compares it. */
export const textHash = (text: string) => createHash('md5').update(text).digest('hex')
