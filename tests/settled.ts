/** A page streams the description of itself in pieces, cut, ordered and numbered as they become ready: here line by line,
 *  without the numbers, in order. */
export function settled(html: string): string {
  const pieces: string[] = []
  const rest = html.replaceAll(
    /<script[^>]*>self\.__next_f\.push\(\[1,(".*?")\]\)<\/script>/gs,
    (_, piece) => {
      pieces.push(JSON.parse(piece))
      return ''
    },
  )
  const lines = pieces
    .join('')
    .replaceAll(/"\$[L@]?[0-9a-f]+(?=[":])/g, '"$')
    .replaceAll(/^[0-9a-f]+:/gm, '')
    .split('\n')
  return [rest, ...lines.toSorted()].join('\n')
}
