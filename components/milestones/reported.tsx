import { useLocale, useTranslations } from 'next-intl'
import { SourceLinks } from '#components/sources/cited.tsx'
import { Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { formatDue } from '#lib/format/due.ts'
import type { MilestonePage } from '#lib/milestones/milestone.ts'

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
export function Reported({
  found: { milestone, statement, inferred, note, facts },
}: {
  found: MilestonePage
}) {
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
            <SourceLinks sources={sources} partnership={milestone.partnership} />
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
