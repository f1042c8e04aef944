import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { v4 as timelessId } from 'uuid'
import { CloseButton } from '#components/ui/close-button.tsx'
import { DateField } from '#components/ui/date-field.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Form } from '#components/ui/form.tsx'
import { Select } from '#components/ui/select.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { countryName } from '#lib/format/country.ts'
import type { AskChoices } from '#lib/milestones/ask-choices.ts'
import type { ShownMilestone } from '#lib/milestones/shown.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { dueCauses } from '#lib/rules/due-date-change.ts'
import { maxLength } from '#lib/rules/limits.ts'
import { decidesAlone } from '#lib/rules/two-sides.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'

type Props = {
  milestone: ShownMilestone
  choices: AskChoices
  attempt?: Attempt | undefined
  /** The page's address without this form. */
  page: string
  isInDialog?: boolean
}

/** Asks for another date: to when, why, caused by whom. */
export function ChangeDueDateForm({ milestone, choices, attempt, page, isInDialog = false }: Props) {
  const t = useTranslations('milestones.change-due-date')
  const cause = useTranslations('milestones.due-cause')
  const close = useTranslations('ui.dialog')('close')
  const language = useLocale()
  const named = (of: AskChoices['meetings']) =>
    of.map(({ code, title }) => ({ value: code, label: `${code} · ${title.text}` }))
  const [staffSide] = milestone.actor.staffOf
  const whoDecides =
    staffSide === undefined ? 'as-official' : decidesAlone(milestone.needed, staffSide) ? 'alone' : 'as-staff'
  return (
    <Form
      action={`/api/v1/milestones/${milestone.code}/due-date-changes`}
      hidden={{ id: timelessId(), version: milestone.version }}
      attempt={attempt}
      draft={`milestones.due-date-changes:${milestone.code}`}
      className="flex max-w-160 flex-col gap-4"
    >
      <ChangedMeanwhile />
      <p className="text-ink-2">{t(whoDecides)}</p>
      <DateField name="to" label={t('to')} value={milestone.due} />
      <Select
        name="cause"
        label={t('cause')}
        none={t('choose')}
        options={dueCauses.map((value) => ({ value, label: cause(value) }))}
      />
      <TextArea name="words" label={t('words')} hint={t('hint')} rows={3} maxLength={maxLength.reason} />
      <Select
        name="causedBy"
        label={t('caused-by')}
        none={t('nobody')}
        isOptional
        options={milestone.sides.map((side) => ({ value: side, label: countryName(side, language) }))}
      />
      {choices.milestones.length > 0 && (
        <Select
          name="becauseOf"
          label={t('because-of')}
          none={t('none')}
          isOptional
          options={named(choices.milestones)}
        />
      )}
      {choices.meetings.length > 0 && (
        <Select
          name="meeting"
          label={t('meeting')}
          none={t('none')}
          isOptional
          options={named(choices.meetings)}
        />
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Submit>{t('button')}</Submit>
        {isInDialog ? (
          <CloseButton>{close}</CloseButton>
        ) : (
          <Link href={page} className="button" data-kind="quiet">
            {close}
          </Link>
        )}
      </div>
    </Form>
  )
}

export function ChangeDueDateButton(props: Props) {
  const t = useTranslations('milestones.change-due-date')
  return (
    <Dialog button={t('open')} title={t('title')} page={`${props.page}?act=change-due-date`}>
      <ChangeDueDateForm {...props} isInDialog />
    </Dialog>
  )
}
