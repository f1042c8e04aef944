import { createTranslator } from 'next-intl'
import { messagesIn } from '#lib/core/languages.ts'
import type { Language } from '#lib/format/language.ts'
import type { Problem } from './outcome.ts'

/** A problem as people read it. */
export type SaidProblem = Problem & { text: string }

export async function say(problem: Problem, language: Language): Promise<SaidProblem> {
  const t = createTranslator({ locale: language, messages: await messagesIn(language) })
  const sentence = (key: string) => (t.has(key as never) ? t(key as never) : t('problem.malformed'))
  const said = { ...problem, text: sentence(problem.message) }
  return problem.fields
    ? {
        ...said,
        fields: Object.fromEntries(Object.entries(problem.fields).map(([f, key]) => [f, sentence(key)])),
      }
    : said
}
