import { headers } from 'next/headers'
import { askedOverHttps } from './asked-over-https.ts'

/** Where people reach this site: as its operator says in NEXTAUTH_URL, else as the request was addressed. */
export async function siteAddress(): Promise<string> {
  if (process.env.NEXTAUTH_URL) return process.env.NEXTAUTH_URL
  const asked = await headers()
  const host = asked.get('x-forwarded-host')?.split(',')[0]?.trim() || asked.get('host')
  return `${askedOverHttps(asked) ? 'https' : 'http'}://${host ?? 'localhost'}`
}
