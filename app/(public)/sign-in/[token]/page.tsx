import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChoosePassword } from '#components/people/choose-password.tsx'
import { DeadLink } from '#components/people/dead-link.tsx'
import { linkHolder } from '#lib/people/link-holder.ts'
import { passwordProblems } from '#lib/rules/password.ts'

export async function generateMetadata({ params }: PageProps<'/sign-in/[token]'>): Promise<Metadata> {
  const t = await getTranslations('people.choose-password')
  const isLive = (await linkHolder((await params).token)) !== undefined
  return { title: t(isLive ? 'title' : 'dead-title'), robots: { index: false } }
}

export default async function OneTimeLinkPage({ params, searchParams }: PageProps<'/sign-in/[token]'>) {
  const { token } = await params
  const holder = await linkHolder(token)
  if (!holder) return <DeadLink />
  const { password, again } = await searchParams
  return (
    <ChoosePassword
      token={token}
      holder={holder}
      problem={passwordProblems.find((problem) => problem === password || problem === again)}
    />
  )
}
