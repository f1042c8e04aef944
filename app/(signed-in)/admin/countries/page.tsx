import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Countries } from '#components/countries/list.tsx'
import { countryList } from '#lib/countries/list.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'
import { wordIn } from '#lib/runner/word-in.ts'

type Props = PageProps<'/admin/countries'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  await ask(countryList, params, searchParams)
  const t = await getTranslations('countries.list')
  return { title: t('title') }
}

export default async function CountriesPage({ params, searchParams }: Props) {
  return (
    <Countries
      found={await ask(countryList, params, searchParams)}
      attempt={await attemptIn(searchParams)}
      done={await wordIn(searchParams, 'done')}
    />
  )
}
