import { notFound } from 'next/navigation'
import { viewerOrSignIn } from '#lib/runner/ask.ts'

/** Every address that leads nowhere. The anonymous are sent to sign in, as by every other. */
export default async function MissingPage() {
  await viewerOrSignIn()
  notFound()
}
