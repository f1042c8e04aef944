import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { SignIn } from '#components/people/sign-in.tsx'
import { directHeader, isDemo } from '#lib/access/demo.ts'
import { viewerOfRequest } from '#lib/access/viewer.ts'
import { partnershipList } from '#lib/partnerships/list.ts'
import { firstPage } from '#lib/rules/first-page.ts'
import { askInPublic } from '#lib/runner/ask.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.sign-in')
  return { title: t('title') }
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  if (await viewerOfRequest()) redirect('/')
  const { error } = await searchParams
  const [first] = await askInPublic(partnershipList)
  return (
    <SignIn
      error={typeof error === 'string' ? error : undefined}
      next={first ? firstPage('observer', first.code) : '/'}
      hasDemo={isDemo((await headers()).get(directHeader))}
    />
  )
}
