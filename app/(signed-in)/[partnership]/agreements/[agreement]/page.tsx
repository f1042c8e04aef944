import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Agreement } from '#components/agreements/agreement.tsx'
import { agreementPage } from '#lib/agreements/agreement.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'
import { wordIn } from '#lib/runner/word-in.ts'

type Props = PageProps<'/[partnership]/agreements/[agreement]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await ask(agreementPage, params)
  return { title: found.title.text }
}

export default async function AgreementPage({ params, searchParams }: Props) {
  const found = await ask(agreementPage, params)
  const { partnership, agreement } = await params
  // The former code of what was released leads on.
  if (found.code !== agreement) redirect(`/${partnership}/agreements/${found.code}`)
  return (
    <Agreement
      found={found}
      attempt={await attemptIn(searchParams)}
      isReleasing={(await wordIn(searchParams, 'act')) === 'release'}
      wasReleased={(await wordIn(searchParams, 'done')) === 'agreements.release'}
    />
  )
}
