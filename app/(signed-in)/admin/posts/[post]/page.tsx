import type { Metadata } from 'next'
import { Post } from '#components/posts/post.tsx'
import { postPage } from '#lib/posts/post.ts'
import { ask } from '#lib/runner/ask.ts'
import { attemptIn } from '#lib/runner/attempts.ts'
import { wordIn } from '#lib/runner/word-in.ts'

type Props = PageProps<'/admin/posts/[post]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const found = await ask(postPage, params, searchParams)
  return { title: found.title.text }
}

export default async function PostPage({ params, searchParams }: Props) {
  return (
    <Post
      found={await ask(postPage, params, searchParams)}
      act={await wordIn(searchParams, 'act')}
      attempt={await attemptIn(searchParams)}
      done={await wordIn(searchParams, 'done')}
    />
  )
}
