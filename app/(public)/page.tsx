import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { DemoAccounts } from '#components/people/demo-accounts.tsx'
import { SignedIn } from '#components/people/signed-in.tsx'
import { PublishedPartnerships } from '#components/partnerships/list.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { demoAccounts } from '#lib/access/demo-accounts.ts'
import { directHeader, isDemo } from '#lib/access/demo.ts'
import { viewerOfRequest } from '#lib/access/viewer-of-request.ts'
import { partnershipList } from '#lib/partnerships/list.ts'
import { askInPublic } from '#lib/runner/ask.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: { absolute: 'Langar' } }
}

export default async function PublicPage() {
  const t = await getTranslations('partnerships.public')
  const partnerships = await askInPublic(partnershipList)
  const viewer = await viewerOfRequest()
  const accounts = isDemo((await headers()).get(directHeader)) ? await demoAccounts(await getLocale()) : []
  return (
    <div className="grid gap-x-12 gap-y-8 py-6 md:py-10 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr]">
      <div className="max-w-180">
        <h1 className="text-head font-strong">{t('what')}</h1>
        <p className="mt-2 text-lead text-ink-2">{t('shows')}</p>
      </div>
      <div className="flex flex-col gap-5 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        {viewer ? (
          <SignedIn name={viewer.name} />
        ) : (
          <ButtonLink href="/sign-in" kind={accounts.length > 0 ? 'plain' : 'main'} isLarge>
            {t('sign-in')}
          </ButtonLink>
        )}
        {accounts.length > 0 && (
          <DemoAccounts
            accounts={accounts}
            directions={partnerships.flatMap(({ directions }) => directions.map(({ title }) => title))}
          />
        )}
      </div>
      <PublishedPartnerships partnerships={partnerships} />
    </div>
  )
}
