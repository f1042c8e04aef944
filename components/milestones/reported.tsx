import { ExternalLink } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { formatDue } from '#lib/format/due.ts'
import type { MilestonePage } from '#lib/milestones/milestone.ts'
import type { CitedSource } from '#lib/sources/cited.ts'

// Of the seed; a kind that a later import brings is shown as it came.
const factKinds = [
  'update',
  'slippage',
  'not_done',
  'result',
  'decision',
  'ahead',
  'target',
  'cancellation',
  'issue_resolved',
  'issue',
  'correction',
  'change',
  'context',
] as const
const isFactKind = (kind: string): kind is (typeof factKinds)[number] => factKinds.some((one) => one === kind)

/** What sources say of the milestone, logged by nobody here: what was seen, dated facts, what was inferred. */
export function Reported({ found: { statement, inferred, note, facts } }: { found: MilestonePage }) {
  const t = useTranslations('milestones.reported')
  const kinds = useTranslations('facts.kind')
  const language = useLocale()
  if (statement === null && note === null && facts.length === 0) return null
  return (
    <Section title={t('title')}>
      <ul className="divide-y divide-line">
        {facts.map(({ reported, kind, text, inferred: isInferred, note: remark, sources }, at) => (
          <li key={at} className="flex flex-col gap-0.5 py-2.5">
            <p>
              <RecordText text={text} /> {isInferred && <Tag>{t('inferred')}</Tag>}
            </p>
            <p className="text-small text-ink-2">
              {isFactKind(kind) ? kinds(kind) : kind} · {formatDue(reported, language)}
              {remark !== null && (
                <>
                  {' · '}
                  <span lang="en">{remark}</span>
                </>
              )}
            </p>
            <SourceLinks sources={sources} />
          </li>
        ))}
        {statement !== null && (
          <li className="py-2.5">
            <p lang="en">{statement}</p>
            <p className="text-small text-ink-2">{t('statement')}</p>
          </li>
        )}
        {note !== null && (
          <li className="py-2.5">
            <p>
              <span lang="en">{note}</span> {inferred && <Tag>{t('inferred')}</Tag>}
            </p>
            <p className="text-small text-ink-2">{t('note')}</p>
          </li>
        )}
      </ul>
    </Section>
  )
}

/** The pages on which the milestone itself rests. */
export function Sources({ found: { sources } }: { found: MilestonePage }) {
  const t = useTranslations('milestones.sources')
  const language = useLocale()
  if (sources.length === 0) return null
  return (
    <Section title={t('title')} count={sources.length}>
      <ul className="divide-y divide-line">
        {sources.map((source) => (
          <li key={source.code} className="py-2.5">
            <SourceLink source={source} />
            <p className="text-small text-ink-2">
              {source.publisher}
              {source.published && ` · ${formatDue(source.published, language)}`}
              {source.note !== null && (
                <>
                  {' · '}
                  <span lang="en">{source.note}</span>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Beside a fact or a date: the publishers, each leading to its page. */
export function SourceLinks({ sources }: { sources: readonly CitedSource[] }) {
  const t = useTranslations('milestones.sources')
  if (sources.length === 0) return null
  return (
    <p className="flex flex-wrap gap-x-2 text-small text-ink-2">
      <span>{t('said-by')}</span>
      {sources.map((source) => (
        <SourceLink key={source.code} source={source} isShort />
      ))}
    </p>
  )
}

function SourceLink({
  source: { url, title, publisher },
  isShort = false,
}: {
  source: CitedSource
  isShort?: boolean
}) {
  const words = isShort ? publisher : title
  if (url === null) return <span>{words}</span>
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      title={title}
      className="quiet-link inline-flex items-baseline gap-1"
    >
      {words}
      <ExternalLink className="size-3! self-center text-ink-3" />
    </a>
  )
}
