import type { Metadata } from 'next'
import { Direction } from '#components/directions/direction.tsx'
import { directionPage } from '#lib/directions/direction.ts'
import { ask } from '#lib/runner/ask.ts'

type Props = PageProps<'/[partnership]/directions/[direction]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await ask(directionPage, params)
  return { title: title.text }
}

export default async function DirectionRoute({ params }: Props) {
  return <Direction found={await ask(directionPage, params)} />
}
