import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { Form } from '#components/ui/form.tsx'
import { Select } from '#components/ui/select.tsx'
import { Submit } from '#components/ui/submit.tsx'
import type { AdministeredPartnerships } from '#lib/partnerships/administered.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { PartnershipFields } from './fields.tsx'

/** Opens a partnership between two of the countries. `page`: the address without this form. */
export function CreatePartnership({
  countries,
  attempt,
  page,
}: {
  countries: AdministeredPartnerships['countries']
  attempt: Attempt | undefined
  page: string
}) {
  const t = useTranslations('partnerships.create')
  const field = useTranslations('countries.field')
  const cancel = useTranslations('countries.change')('cancel')
  const language = useLocale()
  const options = countries.map(({ code, name }) => ({ value: code, label: `${name.text} (${code})` }))
  return (
    <section className="max-w-160">
      <h2 className="mb-4 text-lead font-medium">{t('open')}</h2>
      <Form
        action="/api/v1/partnerships"
        hidden={{ id: newId(), language }}
        attempt={attempt}
        draft="partnerships.create"
      >
        <Select name="one" label={t('one')} hint={t('order')} none={field('choose')} options={options} />
        <Select name="other" label={t('other')} none={field('choose')} options={options} />
        <PartnershipFields values={{}} />
        <div className="flex flex-wrap items-center gap-2">
          <Submit>{t('button')}</Submit>
          <Link href={page} className="button" data-kind="quiet">
            {cancel}
          </Link>
        </div>
      </Form>
    </section>
  )
}
