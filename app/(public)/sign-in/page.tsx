import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { SignIn } from '#components/people/sign-in.tsx'
import { directHeader, isDemo } from '#lib/access/demo.ts'
import { viewerOfRequest } from '#lib/access/viewer-of-request.ts'
import { partnershipsFrame } from '#lib/partnerships/frame.ts'
import { firstPage } from '#lib/rules/first-page.ts'
import { ask } from '#lib/runner/ask.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.sign-in')
  return { title: t('title') }
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  if (await viewerOfRequest()) {
    const { role, partnerships } = await ask(partnershipsFrame)
    redirect(firstPage(role ?? 'observer', partnerships[0]?.code))
  }
  const { error, done } = await searchParams
  return (
    <SignIn
      error={typeof error === 'string' ? error : undefined}
      hasChosenPassword={done === 'people.choose-password'}
      hasDemo={isDemo((await headers()).get(directHeader))}
    />
  )
}
