/** What the address says under a name, once. */
export async function wordIn(
  searchParams: Promise<Record<string, string | string[] | undefined>>,
  name: string,
): Promise<string | undefined> {
  const { [name]: word } = await searchParams
  return typeof word === 'string' ? word : undefined
}
