import type { Metadata } from 'next'
import { Organisation } from '#components/organisations/organisation.tsx'
import { organisationPage } from '#lib/organisations/organisation.ts'
import { ask } from '#lib/runner/ask.ts'

export async function generateMetadata({
  params,
}: PageProps<'/[partnership]/organisations/[organisation]'>): Promise<Metadata> {
  const found = await ask(organisationPage, params)
  return { title: found.name.text }
}

export default async function OrganisationPage({
  params,
}: PageProps<'/[partnership]/organisations/[organisation]'>) {
  return <Organisation found={await ask(organisationPage, params)} />
}
