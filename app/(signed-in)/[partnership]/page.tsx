import { redirect } from 'next/navigation'
import { viewerOrSignIn } from '#lib/runner/ask.ts'

/** A partnership opens with its overview. */
export default async function PartnershipPage({ params }: PageProps<'/[partnership]'>) {
  await viewerOrSignIn()
  const { partnership } = await params
  redirect(`/${partnership}/overview`)
}
