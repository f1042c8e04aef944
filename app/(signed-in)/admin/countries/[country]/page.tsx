import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { Country } from '#components/countries/country.tsx'
import { countryPage } from '#lib/countries/country.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'
import { say } from '#lib/runner/say.ts'
import { wordIn } from '#lib/runner/word-in.ts'

type Props = PageProps<'/admin/countries/[country]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { country } = await ask(countryPage, params, searchParams)
  return { title: country.name.text }
}

export default async function CountryPage({ params, searchParams }: Props) {
  const found = await ask(countryPage, params, searchParams)
  const problem = found.proposed?.problem
  return (
    <Country
      found={found}
      act={await wordIn(searchParams, 'act')}
      attempt={await attemptIn(searchParams)}
      problem={problem ? await say(problem, await getLocale()) : null}
      done={await wordIn(searchParams, 'done')}
    />
  )
}
