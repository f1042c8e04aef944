import { useLocale, useTranslations } from 'next-intl'
import { PostLine } from '#components/people/post.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Section } from '#components/ui/page.tsx'
import type { Decree } from '#lib/calendars/decrees.ts'
import { formatDate } from '#lib/format/date.ts'
import { Moved } from './moved.tsx'

/** The decrees of a country, each with what it moved. `justEntered`: the first one is, and stands open. */
export function Decrees({ decrees, justEntered }: { decrees: readonly Decree[]; justEntered: boolean }) {
  const t = useTranslations('calendars.decrees')
  const language = useLocale()
  return (
    <Section title={t('title')} count={decrees.length > 0 ? decrees.length : undefined}>
      {decrees.length === 0 ? (
        <div className="pt-3">
          <Empty title={t('none')}>{t('none-explained')}</Empty>
        </div>
      ) : (
        <ul className="divide-y divide-line">
          {decrees.map((decree, at) => (
            <li key={decree.id} id={`decree-${decree.id}`} className="py-3">
              <h3 className="font-medium">
                <a href={decree.url} rel="noreferrer" className="link">
                  {decree.title}
                </a>
              </h3>
              <p className="text-small text-ink-2">
                {[
                  decree.number === null ? null : t('number', { number: decree.number }),
                  formatDate(decree.decidedOn, 'day', language, 'long'),
                  decree.publisher,
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
                {decree.post && (
                  <>
                    {' · '}
                    <PostLine post={decree.post} at={decree.enteredAt} />
                  </>
                )}
              </p>
              <details open={justEntered && at === 0} className="pt-2">
                <summary className="tap cursor-pointer text-ink-2">
                  {t('summary', { days: decree.days.length, milestones: decree.moved.length })}
                </summary>
                <div className="pt-2">
                  <Moved days={decree.days} moved={decree.moved} />
                </div>
              </details>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
