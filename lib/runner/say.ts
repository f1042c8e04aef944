import { getTranslations } from 'next-intl/server'
import type { Problem } from './outcome.ts'

/** A problem as people read it, in the language of the request. */
export type SaidProblem = Problem & { text: string }

export async function say(problem: Problem): Promise<SaidProblem> {
  const t = await getTranslations()
  const sentence = (key: string) => (t.has(key as never) ? t(key as never) : t('problem.malformed'))
  const said = { ...problem, text: sentence(problem.message) }
  return problem.fields
    ? {
        ...said,
        fields: Object.fromEntries(Object.entries(problem.fields).map(([f, key]) => [f, sentence(key)])),
      }
    : said
}
