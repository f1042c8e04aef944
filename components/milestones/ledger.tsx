import { ChevronRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { formatMoment } from '#lib/format/date.ts'
import type { LedgerEntry } from '#lib/milestones/changes-of.ts'
import { ChangedFields } from './changed-fields.tsx'

// What a command did, in words. Of any other one it is said whether the milestone was created or changed.
const acts = {
  import: 'import',
  'milestones.start': 'start',
  'milestones.block': 'block',
  'milestones.unblock': 'unblock',
  'milestones.confirm': 'confirm',
  'milestones.dispute': 'dispute',
  'milestones.withdraw': 'withdraw',
  'milestones.create': 'create',
  'milestones.change': 'change',
  'milestones.archive': 'archive',
  'milestones.unarchive': 'unarchive',
  'initiatives.archive': 'with-initiative',
  'initiatives.unarchive': 'back-with-initiative',
  'milestones.change-due-date': 'date',
  'milestones.agree-due-date': 'date',
  'milestones.cancel': 'cancel',
  'milestones.restore': 'restore',
  'milestones.agree-status': 'agree-status',
  'milestones.release': 'release',
  'initiatives.release': 'release',
  'progress-reports.accept': 'accept',
} as const

const actOf = (command: string) => Object.entries(acts).find(([name]) => name === command)?.[1]

/** The history of a milestone as the ledger has it: when, which post, what changed from what to what. */
export function Ledger({ entries }: { entries: readonly LedgerEntry[] }) {
  const t = useTranslations('milestones.history')
  return (
    <details className="group border-t border-line pt-3">
      <summary className="tap inline-flex items-center gap-1.5 font-medium hover:text-accent">
        <ChevronRight className="transition-transform group-open:rotate-90" />
        {t('title')} <span className="font-normal text-ink-2">{entries.length}</span>
      </summary>
      <ol className="mt-2 divide-y divide-line">
        {entries.map((entry, at) => (
          <Entry key={at} entry={entry} />
        ))}
      </ol>
    </details>
  )
}

function Entry({ entry: { command, kind, at, post, reason, changed } }: { entry: LedgerEntry }) {
  const t = useTranslations('milestones.history')
  const language = useLocale()
  const act = actOf(command)
  return (
    <li className="grid gap-x-4 gap-y-1 py-2.5 md:grid-cols-[11rem_minmax(0,1fr)]">
      <time dateTime={at} className="text-ink-2">
        {formatMoment(new Date(at), post?.timeZone ?? 'UTC', language)}
      </time>
      <div className="flex min-w-0 flex-col gap-1">
        <p>
          <span className="font-medium">{act ? t(`command.${act}`) : t(`kind.${kind}`)}</span>
          {post && (
            <span className="text-ink-2">
              {' · '}
              <span lang={post.title.language}>{post.title.text}</span>,{' '}
              <span lang={post.organisation.language}>{post.organisation.text}</span>
            </span>
          )}
        </p>
        {reason !== null && <p className="whitespace-pre-line">{t('quoted', { words: reason })}</p>}
        <ChangedFields changed={changed} />
      </div>
    </li>
  )
}
