import type { Metadata } from 'next'
import { Source } from '#components/sources/source.tsx'
import { sourcePage } from '#lib/sources/source.ts'
import { ask } from '#lib/runner/ask.ts'

export async function generateMetadata({
  params,
}: PageProps<'/[partnership]/sources/[source]'>): Promise<Metadata> {
  const found = await ask(sourcePage, params)
  return { title: found.title }
}

export default async function SourcePage({ params }: PageProps<'/[partnership]/sources/[source]'>) {
  return <Source found={await ask(sourcePage, params)} />
}
