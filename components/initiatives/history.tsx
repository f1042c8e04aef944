import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { ChangedFields } from '#components/milestones/changed-fields.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Code } from '#components/ui/tag.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import type { HistoryEntry } from '#lib/audit-events/history.ts'
import { formatMoment } from '#lib/format/date.ts'
import { shortCode } from '#lib/rules/codes.ts'
import { useRegionName } from './use-region-name.ts'

/** What changed in the initiative and its milestones, as the ledger has it: when, by which post, from what to what. */
export function History({ entries, partnership }: { entries: readonly HistoryEntry[]; partnership: string }) {
  const t = useTranslations('audit-events.history')
  return (
    <details className="group border-t border-line pt-3">
      <summary className="tap inline-flex items-center gap-1.5 font-medium hover:text-accent">
        <ChevronRight className="transition-transform group-open:rotate-90" />
        {t('title')} <span className="font-normal text-ink-2">{entries.length}</span>
      </summary>
      <ol className="mt-2 divide-y divide-line">
        {entries.map((entry, at) => (
          <Entry key={at} entry={entry} partnership={partnership} />
        ))}
      </ol>
    </details>
  )
}

function Entry({
  entry: { command, kind, at, post, milestone, changed },
  partnership,
}: {
  entry: HistoryEntry
  partnership: string
}) {
  const t = useTranslations('audit-events.history')
  const word = useWord((messages) => messages['audit-events'].act)
  const language = useLocale()
  return (
    <li className="grid gap-x-4 gap-y-1 py-2.5 md:grid-cols-[11rem_minmax(0,1fr)]">
      <time dateTime={at} className="text-ink-2">
        {formatMoment(new Date(at), post?.timeZone ?? 'UTC', language)}
      </time>
      <div className="flex min-w-0 flex-col gap-1">
        <p>
          <span className="font-medium">{word(command.replace('.', '-')) ?? t(`kind.${kind}`)}</span>
          {post && (
            <span className="text-ink-2">
              {'\u00A0· '}
              <span lang={post.title.language}>{post.title.text}</span>,{' '}
              <span lang={post.organisation.language}>{post.organisation.text}</span>
            </span>
          )}
        </p>
        {milestone && (
          <p>
            <Link href={`/${partnership}/milestones/${milestone.code}`} className="quiet-link">
              <Code>{shortCode(milestone.code, partnership)}</Code>{' '}
              <RecordText text={milestone.title} isQuiet />
            </Link>
          </p>
        )}
        <ChangedFields changed={changed} regionName={useRegionName()} />
      </div>
    </li>
  )
}
