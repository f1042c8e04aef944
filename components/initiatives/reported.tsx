import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Contradiction } from '#components/facts/contradiction.tsx'
import { Inferred, Remark } from '#components/facts/marks.tsx'
import { SourceLinks } from '#components/sources/cited.tsx'
import { Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Code, Tag } from '#components/ui/tag.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import { formatDue } from '#lib/format/due.ts'
import type { InitiativePage } from '#lib/initiatives/initiative.ts'
import { shortCode } from '#lib/rules/codes.ts'

/** What sources report of it: dated facts, open points, where they disagree. */
export function Reported({ found }: { found: InitiativePage }) {
  const t = useTranslations('initiatives.initiative')
  const { contradictions, partnership } = found
  return (
    <>
      <Facts found={found} />
      <OpenPoints found={found} />
      {contradictions.length > 0 && (
        <Section title={t('contradictions')} count={contradictions.length}>
          <ul className="divide-y divide-line">
            {contradictions.map((contradiction) => (
              <li key={contradiction.position} className="py-3">
                <Contradiction contradiction={contradiction} partnership={partnership} isAlone />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Facts({ found: { facts, partnership } }: { found: InitiativePage }) {
  const t = useTranslations('initiatives.initiative')
  const word = useWord((messages) => messages.facts.kind)
  const language = useLocale()
  if (facts.length === 0) return null
  return (
    <Section title={t('facts')} count={facts.length}>
      <ul className="divide-y divide-line">
        {facts.map(({ reported, kind, text, inferred, note, milestone, sources }, at) => (
          <li key={at} className="grid gap-x-4 gap-y-0.5 py-2.5 md:grid-cols-[9.5rem_minmax(0,1fr)]">
            <span className="text-ink-2">
              <time dateTime={reported.on} className="block">
                {formatDue(reported, language)}
              </time>
              <span className="text-small">{word(kind) ?? kind}</span>
            </span>
            <div className="flex min-w-0 flex-col gap-0.5">
              <p>
                <RecordText text={text} /> {inferred && <Inferred />}
              </p>
              {milestone && (
                <p className="text-small text-ink-2">
                  <Link href={`/${partnership}/milestones/${milestone.code}`} className="link">
                    <Code>{shortCode(milestone.code, partnership)}</Code>{' '}
                    <RecordText text={milestone.title} isQuiet />
                  </Link>
                </p>
              )}
              {note !== null && (
                <p className="text-small">
                  <Remark>{note}</Remark>
                </p>
              )}
              <SourceLinks sources={sources} partnership={partnership} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function OpenPoints({ found: { openPoints, partnership } }: { found: InitiativePage }) {
  const t = useTranslations('initiatives.initiative')
  const word = useTranslations('facts.open-point.status')
  if (openPoints.length === 0) return null
  return (
    <Section title={t('open-points')} count={openPoints.length}>
      <ul className="divide-y divide-line">
        {openPoints.map(({ text, status, state, sources }, at) => (
          <li key={at} className="flex flex-col gap-0.5 py-2.5">
            <p>
              <RecordText text={text} /> <Tag tone={status === 'open' ? 'warn' : 'plain'}>{word(status)}</Tag>
            </p>
            {state !== null && state !== status && (
              <p className="text-small">
                <Remark>{state}</Remark>
              </p>
            )}
            <SourceLinks sources={sources} partnership={partnership} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
