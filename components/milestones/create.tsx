import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { v4 as timelessId } from 'uuid'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Form } from '#components/ui/form.tsx'
import { Page } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Refused } from '#components/ui/refused.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { Words } from '#components/ui/words.tsx'
import type { BlankMilestone } from '#lib/milestones/blank.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { MilestoneFields } from './fields.tsx'

/** A new milestone of an initiative. */
export function CreateMilestone({
  found: { initiative, offered },
  attempt,
}: {
  found: BlankMilestone
  attempt: Attempt | undefined
}) {
  const t = useTranslations('milestones.create')
  const form = useTranslations('milestones.form')
  const back = `/${offered.partnership.code}/initiatives/${initiative.code}`
  return (
    <Words of={[]}>
      <PageHeader
        title={t('title')}
        subtitle={<span className="font-mono">{initiative.code}</span>}
        back={{ href: back, name: initiative.title.text }}
      />
      <Page isNarrow>
        <Refused attempt={attempt} />
        <p className="text-lead text-ink-2">
          <RecordText text={initiative.title} />
        </p>
        <Form
          action={`/api/v1/initiatives/${initiative.code}/milestones`}
          hidden={{ id: timelessId(), language: offered.partnership.languages[0] ?? '' }}
          attempt={attempt}
          draft={`milestones.create:${initiative.code}`}
          className="flex flex-col gap-7"
        >
          <MilestoneFields
            offered={offered}
            mayBeOwn={offered.own !== null && initiative.audience.kind !== 'side'}
          />
          <div className="action-bar flex flex-wrap gap-2">
            <Submit>{t('button')}</Submit>
            <Link href={back} className="button" data-kind="quiet">
              {form('cancel')}
            </Link>
          </div>
        </Form>
      </Page>
    </Words>
  )
}
