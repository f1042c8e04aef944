import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { AgreementKind } from '#components/agreements/kind.tsx'
import { NotStated, Own, SharedCount } from '#components/facts/marks.tsx'
import { Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Code } from '#components/ui/tag.tsx'
import type { DirectionPage } from '#lib/directions/direction.ts'
import { formatDue } from '#lib/format/due.ts'
import { shortCode } from '#lib/rules/codes.ts'

/** What was agreed about a direction, and what meetings decided about it. */
export function Decided({
  found: { agreements, decisions, partnership },
}: {
  found: Pick<DirectionPage, 'agreements' | 'decisions' | 'partnership'>
}) {
  const t = useTranslations('directions.direction')
  const language = useLocale()
  return (
    <>
      {agreements.length > 0 && (
        <Section title={t('agreements')} count={<SharedCount of={agreements} />}>
          <ul className="divide-y divide-line">
            {agreements.map(({ code, kind, title, signed, own }) => (
              <li key={code} className="grid gap-x-4 gap-y-0.5 py-2 md:grid-cols-[minmax(0,1fr)_auto]">
                <span className="min-w-0">
                  <Link href={`/${partnership.code}/agreements/${code}`} className="quiet-link">
                    <RecordText text={title} />
                  </Link>{' '}
                  {own && <Own />}
                </span>
                <span className="text-small text-ink-2">
                  <AgreementKind kind={kind} />
                  {'\u00A0· '}
                  {signed ? formatDue(signed, language) : <NotStated />}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {decisions.length > 0 && (
        <Section title={t('decisions')} count={<SharedCount of={decisions} />}>
          <ul className="divide-y divide-line">
            {decisions.map(({ code, number, text, meeting, initiative, own }) => (
              <li key={code} className="flex flex-col gap-0.5 py-2">
                <p>
                  <RecordText text={text} /> {own && <Own />}
                </p>
                <p className="text-small text-ink-2">
                  <Link href={`/${partnership.code}/meetings/${meeting.code}#${code}`} className="link">
                    <RecordText text={meeting.title} isQuiet />
                  </Link>
                  {`\u00A0· ${formatDue(meeting.held, language)}`}
                  {`\u00A0· ${t('point', { number: String(number) })}`}
                </p>
                {initiative ? (
                  <p className="text-small text-ink-2">
                    <Link href={`/${partnership.code}/initiatives/${initiative.code}`} className="link">
                      <Code>{shortCode(initiative.code, partnership.code)}</Code>{' '}
                      <RecordText text={initiative.title} isQuiet />
                    </Link>
                  </p>
                ) : (
                  <p className="text-small text-warn">{t('no-initiative')}</p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
