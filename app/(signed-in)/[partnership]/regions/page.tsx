import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Regions } from '#components/initiatives/regions.tsx'
import { regionsPage } from '#lib/initiatives/regions.ts'
import { ask } from '#lib/runner/ask.ts'

type Props = PageProps<'/[partnership]/regions'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  await ask(regionsPage, params, searchParams)
  return { title: (await getTranslations('initiatives.regions'))('title') }
}

export default async function RegionsPage({ params, searchParams }: Props) {
  return <Regions found={await ask(regionsPage, params, searchParams)} />
}
