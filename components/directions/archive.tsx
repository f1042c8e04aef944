import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { Form } from '#components/ui/form.tsx'
import { Submit } from '#components/ui/submit.tsx'
import type { AdministeredDirection, PartnershipAdministration } from '#lib/partnerships/administration.ts'
import type { Attempt } from '#lib/runner/attempts.ts'

/** Asks before a direction is put away, and says what hangs on it. `page`: the address without this form. */
export function ArchiveDirection({
  partnership,
  direction: { code, version, title, initiatives, milestones, openMilestones },
  attempt,
  page,
}: {
  partnership: PartnershipAdministration['partnership']
  direction: AdministeredDirection
  attempt: Attempt | undefined
  page: string
}) {
  const t = useTranslations('directions.archive')
  const cancel = useTranslations('countries.change')('cancel')
  return (
    <Form
      action={`/api/v1/directions/${partnership.code}-${code}/archivals`}
      hidden={{ id: newId(), version }}
      attempt={attempt}
      className="flex max-w-160 flex-col gap-3 rounded-card border border-line-2 px-4 py-3.5"
    >
      <h3 className="font-medium">{t('title', { direction: title.text })}</h3>
      <p>{t('depends', { initiatives, milestones, open: openMilestones })}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Submit kind="danger">{t('button')}</Submit>
        <Link href={page} className="button" data-kind="quiet">
          {cancel}
        </Link>
      </div>
    </Form>
  )
}
