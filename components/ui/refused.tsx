import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Attempt } from '#lib/runner/attempts.ts'
import { Problem } from './problem.tsx'

/** Why an act was refused, for whom no script says it, and the words that were typed for it: where its form is but a button,
 *  or may no longer be drawn. Shown only while no form has taken the attempt, for only the drawn page knows. */
export function Refused({ attempt, children }: { attempt: Attempt | undefined; children?: ReactNode }) {
  const t = useTranslations('ui.refused')
  if (!attempt) return null
  const words = Object.values(attempt.typed).filter(isWords)
  return (
    <div className="[body:has([data-refused])_&]:hidden">
      <Problem text={attempt.problem.text}>
        {children}
        {words.length > 0 && (
          <div className="mt-2 text-ink">
            <p className="mb-1 font-medium">{t('words')}</p>
            {words.map((text) => (
              <p key={text} className="whitespace-pre-line">
                {text}
              </p>
            ))}
          </div>
        )}
      </Problem>
    </div>
  )
}

/** What has a space in it a person wrote; the rest are ids, choices and digits. */
const isWords = (value: string | string[]): value is string =>
  typeof value === 'string' && value.trim().includes(' ')
