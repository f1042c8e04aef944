import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Form } from '#components/ui/form.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { Code } from '#components/ui/tag.tsx'
import { Words } from '#components/ui/words.tsx'
import { formatMoment } from '#lib/format/date.ts'
import type { KeptMilestone } from '#lib/milestones/kept.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { shortCode } from '#lib/rules/codes.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { MilestoneFields } from './fields.tsx'
import { MilestoneRefused } from './refused.tsx'

type Props = { found: KeptMilestone; attempt: Attempt | undefined }

/** A milestone to be changed or put away; of an archived one only the way back. */
export function ChangeMilestone({ found, attempt }: Props) {
  const t = useTranslations('milestones.change')
  const { milestone, offered } = found
  const at = `/${offered.partnership.code}`
  const isArchived = milestone.archivedAt !== null
  return (
    <Words
      of={[
        'milestones.field',
        'milestones.block-cause',
        'initiatives.standing',
        'directions.value-chain.stage',
      ]}
    >
      <PageHeader
        title={t('title')}
        subtitle={<span className="font-mono">{milestone.code}</span>}
        back={
          isArchived
            ? {
                href: `${at}/initiatives/${milestone.initiative.code}${milestone.initiative.isArchived ? '/change' : ''}`,
                name: milestone.initiative.title.text,
              }
            : { href: `${at}/milestones/${milestone.code}`, name: milestone.shownTitle.text }
        }
      />
      <Page isNarrow>
        <MilestoneRefused attempt={attempt} />
        <p className="text-lead text-ink-2">
          <RecordText text={milestone.shownTitle} />
        </p>
        {isArchived ? (
          <BringBack found={found} attempt={attempt} />
        ) : (
          <>
            <ChangeForm found={found} attempt={attempt} />
            <Archive found={found} />
          </>
        )}
      </Page>
    </Words>
  )
}

function ChangeForm({ found: { milestone, offered }, attempt }: Props) {
  const t = useTranslations('milestones.change')
  const form = useTranslations('milestones.form')
  return (
    <Form
      action={`/api/v1/milestones/${milestone.code}/changes`}
      hidden={{
        id: newId(),
        version: milestone.version,
        language: offered.partnership.languages[0] ?? '',
      }}
      attempt={attempt}
      draft={`milestones.change:${milestone.code}`}
      className="flex flex-col gap-7"
    >
      <ChangedMeanwhile />
      <MilestoneFields offered={offered} milestone={milestone} />
      <div className="action-bar flex flex-wrap gap-2">
        <Submit>{t('button')}</Submit>
        <Link
          href={`/${offered.partnership.code}/milestones/${milestone.code}`}
          className="button"
          data-kind="quiet"
        >
          {form('cancel')}
        </Link>
      </div>
    </Form>
  )
}

/** What hangs on the milestone, and the button that puts it away. */
function Archive({ found: { milestone, offered } }: Pick<Props, 'found'>) {
  const t = useTranslations('milestones.archive')
  const { code: partnership } = offered.partnership
  const { awaitedBy, reports } = milestone
  return (
    <Section title={t('title')}>
      <div className="flex flex-col items-start gap-3 pt-3">
        <p className="text-ink-2">{t('explained')}</p>
        {awaitedBy.length === 0 && reports === 0 ? (
          <p>{t('nothing')}</p>
        ) : (
          <div>
            <p>{t('hangs')}</p>
            <ul className="list-disc pl-5">
              {reports > 0 && <li>{t('reports', { count: reports })}</li>}
              {awaitedBy.length > 0 && (
                <li>
                  {t('awaited', { count: awaitedBy.length })}
                  <ul>
                    {awaitedBy.map(({ code, title }) => (
                      <li key={code}>
                        <Link href={`/${partnership}/milestones/${code}`} className="quiet-link">
                          <Code>{shortCode(code, partnership)}</Code> <RecordText text={title} isQuiet />
                        </Link>
                      </li>
                    ))}
                  </ul>
                </li>
              )}
            </ul>
          </div>
        )}
        <Form
          action={`/api/v1/milestones/${milestone.code}/archivals`}
          hidden={{ id: newId(), version: milestone.version }}
        >
          <Submit kind="danger">{t('button')}</Submit>
        </Form>
      </div>
    </Section>
  )
}

function BringBack({ found: { milestone }, attempt }: Props) {
  const t = useTranslations('milestones')
  const language = useLocale()
  return (
    <div className="flex flex-col items-start gap-3 rounded-card border border-line-2 bg-sunk px-4 py-3.5">
      <p>
        {t('archive.archived', {
          date: formatMoment(new Date(milestone.archivedAt ?? 0), 'UTC', language),
        })}
      </p>
      {milestone.initiative.isArchived ? (
        <p className="text-ink-2">{t('unarchive.initiative-archived')}</p>
      ) : (
        <Form
          action={`/api/v1/milestones/${milestone.code}/unarchivals`}
          hidden={{ id: newId(), version: milestone.version }}
          attempt={attempt}
        >
          <Submit>{t('unarchive.button')}</Submit>
        </Form>
      )}
    </div>
  )
}
