import { headers } from 'next/headers'

/** Where people reach this site: as its operator says in NEXTAUTH_URL, else as the request was addressed. */
export async function siteAddress(): Promise<string> {
  if (process.env.NEXTAUTH_URL) return process.env.NEXTAUTH_URL
  const asked = await headers()
  const host = asked.get('x-forwarded-host') ?? asked.get('host')
  return `${asked.get('x-forwarded-proto') ?? 'http'}://${host ?? 'localhost'}`
}
