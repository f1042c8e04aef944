import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { PageHeader } from '#components/frame/page-header.tsx'
import { ChangedMeanwhile } from '#components/milestones/changed-meanwhile.tsx'
import { MilestoneRefused } from '#components/milestones/refused.tsx'
import { Archived } from '#components/ui/archived.tsx'
import { Form } from '#components/ui/form.tsx'
import { Page } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { Words } from '#components/ui/words.tsx'
import { formatMoment } from '#lib/format/date.ts'
import { regionsOf } from '#lib/format/region-name.ts'
import type { KeptInitiative } from '#lib/initiatives/kept.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { ArchivedMilestones, ArchiveInitiative } from './archive.tsx'
import { InitiativeFields } from './fields.tsx'
import { ReleaseInitiative, ReleaseLink } from './release.tsx'
import { useRegionName } from './use-region-name.ts'

/** An initiative to be changed, released or put away; of an archived one only the way back. `isReleasing`: the address opens
 *  the form to release it. */
export function ChangeInitiative({
  found,
  attempt,
  isReleasing,
}: {
  found: KeptInitiative
  attempt: Attempt | undefined
  isReleasing: boolean
}) {
  const t = useTranslations('initiatives')
  const { initiative, offered, release } = found
  const all = `/${offered.partnership.code}/initiatives`
  const page = `${all}/${initiative.code}`
  const here = `${page}/change`
  const isArchived = initiative.archivedAt !== null
  const releasing = isReleasing && release !== null ? release : null
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
        title={releasing ? t(`release.button.${releasing.to}`) : t('change.title')}
        subtitle={<span className="font-mono">{initiative.code}</span>}
        back={
          isArchived ? { href: all, name: t('list.title') } : { href: page, name: initiative.shownTitle.text }
        }
      />
      <Page isNarrow>
        <MilestoneRefused attempt={attempt} />
        <p className="text-lead text-ink-2">
          <RecordText text={initiative.shownTitle} />
        </p>
        {isArchived ? (
          <BringBack initiative={initiative} attempt={attempt} />
        ) : releasing ? (
          <ReleaseInitiative found={found} attempt={attempt} page={here} />
        ) : (
          <>
            <ChangeForm found={found} attempt={attempt} page={page} />
            <ReleaseLink found={found} page={here} />
            <ArchivedMilestones found={found} />
            <ArchiveInitiative found={found} />
          </>
        )}
      </Page>
    </Words>
  )
}

function ChangeForm({
  found: { initiative, offered },
  attempt,
  page,
}: {
  found: KeptInitiative
  attempt: Attempt | undefined
  page: string
}) {
  const t = useTranslations('initiatives.change')
  const form = useTranslations('initiatives.form')
  const regionName = useRegionName()
  const regions = Object.fromEntries(
    offered.partnership.sides.flatMap(regionsOf).map((code) => [code, regionName(code)]),
  )
  return (
    <Form
      action={`/api/v1/initiatives/${initiative.code}/changes`}
      hidden={{
        id: newId(),
        version: initiative.version,
        language: offered.partnership.languages[0] ?? '',
      }}
      attempt={attempt}
      draft={`initiatives.change:${initiative.code}`}
      className="flex flex-col gap-7"
    >
      <ChangedMeanwhile regions={regions} />
      <InitiativeFields offered={offered} initiative={initiative} />
      <div className="action-bar flex flex-wrap gap-2">
        <Submit>{t('button')}</Submit>
        <Link href={page} className="button" data-kind="quiet">
          {form('cancel')}
        </Link>
      </div>
    </Form>
  )
}

function BringBack({
  initiative: { code, version, archivedAt },
  attempt,
}: {
  initiative: KeptInitiative['initiative']
  attempt: Attempt | undefined
}) {
  const t = useTranslations('initiatives')
  const language = useLocale()
  return (
    <Archived
      action={`/api/v1/initiatives/${code}/unarchivals`}
      version={version}
      attempt={attempt}
      button={t('unarchive.button')}
    >
      {t('archive.archived', { date: formatMoment(new Date(archivedAt ?? 0), 'UTC', language) })}
    </Archived>
  )
}
