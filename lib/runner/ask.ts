import { getLocale } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Viewer } from '#lib/access/viewer.ts'
import { viewerOfRequest } from '#lib/access/viewer-of-request.ts'
import { publicViewer } from '#lib/access/wall.ts'
import type { AnyQuestion } from './question.ts'

type Opened = Promise<Record<string, string | string[] | undefined>>

/** A page's question: asked as the viewer of the request, with what the address says. Who has not signed in is sent
 *  to do so, whether the thing exists or not; what is not there for this viewer is *not found*. */
export async function ask<Answer>(
  question: AnyQuestion<Answer>,
  params?: Opened,
  searchParams?: Opened,
): Promise<Answer> {
  const viewer = await viewerOrSignIn()
  const sent = JSON.stringify({ ...(await searchParams), ...(await params) })
  const answer = await askOnce(viewer, question, sent)
  if (answer === undefined) notFound()
  return answer as Answer
}

/** The same for pages that anybody reads. */
export async function askInPublic<Answer>(question: AnyQuestion<Answer>): Promise<Answer> {
  const viewer = (await viewerOfRequest()) ?? (await publicViewer())
  const answer = await question.ask(viewer, {}, await getLocale())
  if (answer === undefined) notFound()
  return answer
}

/** The viewer, or the way to the page of signing in. */
export async function viewerOrSignIn(): Promise<Viewer> {
  return (await viewerOfRequest()) ?? redirect('/sign-in')
}

/** A page and its metadata ask the same; it runs once per request. */
const askOnce = cache(async (viewer: Viewer, question: AnyQuestion<unknown>, sent: string) =>
  question.ask(viewer, JSON.parse(sent), await getLocale()),
)
