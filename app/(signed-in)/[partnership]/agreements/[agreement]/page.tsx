import type { Metadata } from 'next'
import { Agreement } from '#components/agreements/agreement.tsx'
import { agreementPage } from '#lib/agreements/agreement.ts'
import { ask } from '#lib/runner/ask.ts'

export async function generateMetadata({
  params,
}: PageProps<'/[partnership]/agreements/[agreement]'>): Promise<Metadata> {
  const found = await ask(agreementPage, params)
  return { title: found.title.text }
}

export default async function AgreementPage({ params }: PageProps<'/[partnership]/agreements/[agreement]'>) {
  return <Agreement found={await ask(agreementPage, params)} />
}
