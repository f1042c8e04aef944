/** The value of a cookie in a request's header. Of two with one name the last one counts, as for Next.js. */
export function cookieIn(header: string | null | undefined, name: string): string | undefined {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
  return values.at(-1)?.slice(name.length + 1)
}
