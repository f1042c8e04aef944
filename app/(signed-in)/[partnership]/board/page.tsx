import { getTranslations } from 'next-intl/server'
import { Board } from '#components/milestones/board.tsx'
import { milestoneBoard } from '#lib/milestones/board.ts'
import { ask } from '#lib/runner/ask.ts'

export async function generateMetadata({ params, searchParams }: PageProps<'/[partnership]/board'>) {
  const { title } = await ask(milestoneBoard, params, searchParams)
  const t = await getTranslations('milestones.board')
  return { title: `${t('title')} · ${title.text}` }
}

export default async function BoardPage({ params, searchParams }: PageProps<'/[partnership]/board'>) {
  return <Board board={await ask(milestoneBoard, params, searchParams)} />
}
