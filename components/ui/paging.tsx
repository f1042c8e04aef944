import { useTranslations } from 'next-intl'
import { ButtonLink } from './button.tsx'

/** The way to what comes after a page of a long list, and back to its beginning. `at`: the list's address; `filter`: what
 *  narrows it; `next`: after which record the next page begins, null on the last; `isContinued`: this is not the first. */
export function Paging({
  at,
  filter,
  next,
  isContinued,
}: {
  at: string
  filter: Readonly<Record<string, string | undefined>>
  next: string | null
  isContinued: boolean
}) {
  const t = useTranslations('ui.paging')
  if (next === null && !isContinued) return null
  return (
    <nav aria-label={t('title')} className="no-print flex flex-wrap gap-2">
      {isContinued && <ButtonLink href={addressOf(at, filter)}>{t('first')}</ButtonLink>}
      {next !== null && <ButtonLink href={addressOf(at, { ...filter, after: next })}>{t('next')}</ButtonLink>}
    </nav>
  )
}

function addressOf(at: string, parts: Readonly<Record<string, string | undefined>>) {
  const given = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const question = new URLSearchParams(given).toString()
  return question ? `${at}?${question}` : at
}
