import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { PostLine } from '#components/people/post.tsx'
import { Lines, Panel } from '#components/ui/card.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { StatusPill } from '#components/ui/status.tsx'
import { Code } from '#components/ui/tag.tsx'
import { Words } from '#components/ui/words.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import type { LatelyChanged } from '#lib/audit-events/lately.ts'
import { formatPercent } from '#lib/format/percent.ts'
import { shortCode } from '#lib/rules/codes.ts'
import { NewSince, SinceVisit } from './since-visit.tsx'

/** What somebody did lately, as the ledger has it for whoever reads this. */
export function Lately({ lately, partnership }: { lately: readonly LatelyChanged[]; partnership: string }) {
  const t = useTranslations('audit-events.lately')
  return (
    <Panel title={t('title')}>
      <Words of={['audit-events.lately']}>
        <SinceVisit partnership={partnership}>
          {lately.length === 0 ? (
            <p className="text-ink-2">{t('nothing')}</p>
          ) : (
            <Lines>
              {lately.map((change, at) => (
                <Change key={at} change={change} partnership={partnership} />
              ))}
            </Lines>
          )}
        </SinceVisit>
      </Words>
    </Panel>
  )
}

function Change({
  change: { command, at, post, milestone, percent, report, status },
  partnership,
}: {
  change: LatelyChanged
  partnership: string
}) {
  const t = useTranslations('audit-events.lately')
  const word = useWord((messages) => messages['audit-events'].act)
  const language = useLocale()
  // A step that is not the last one hands the report on.
  const act = command === 'progress-reports.accept' && report === 'submitted' ? 'passed-on' : command
  return (
    <li className="flex flex-col items-start gap-0.5">
      <p className="font-medium">
        {word(act.replace('.', '-')) ?? t('changed')}
        {percent !== null && `\u00A0· ${formatPercent(percent, language)}`}
        <NewSince at={at} />
      </p>
      {milestone && (
        <Link href={`/${partnership}/milestones/${milestone.code}`} className="quiet-link">
          <Code>{shortCode(milestone.code, partnership)}</Code> <RecordText text={milestone.title} isQuiet />
        </Link>
      )}
      {status && <StatusPill status={status} />}
      {post && (
        <p className="text-small text-ink-2">
          <PostLine post={post} at={at} />
        </p>
      )}
    </li>
  )
}
