import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { Form } from '#components/ui/form.tsx'
import { LineField } from '#components/ui/line-field.tsx'
import { Problem } from '#components/ui/problem.tsx'
import { QuestionForm } from '#components/ui/question-form.tsx'
import { Submit } from '#components/ui/submit.tsx'
import type { CountryPage } from '#lib/countries/country.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import type { SaidProblem } from '#lib/runner/say.ts'
import { maxLength } from '#lib/rules/limits.ts'
import { DecreeDays } from './decree-days.tsx'
import { Moved } from './moved.tsx'

type Typed = NonNullable<CountryPage['proposed']>['typed']

/** Entering a decree, in two steps: first the address asks what it would move, then it is saved as it was shown. */
export function DecreeForm({
  found: { country, proposed },
  attempt,
  problem,
  page,
}: {
  found: CountryPage
  attempt: Attempt | undefined
  problem: SaidProblem | null
  page: string
}) {
  const t = useTranslations('calendars.decree')
  const countries = useTranslations('countries.change')
  return (
    <section className="flex max-w-200 flex-col gap-5">
      <h2 className="text-lead font-medium">{t('title')}</h2>
      {problem && <Problem text={problem.text} />}
      <QuestionForm
        action={page}
        hidden={{ act: 'decree' }}
        typed={proposed?.typed ?? {}}
        errors={problem?.fields ?? {}}
      >
        <DecreeDays />
        <fieldset className="flex flex-col gap-3">
          <legend className="mb-1 font-medium">{t('source')}</legend>
          <LineField name="title" label={t('name')} maxLength={maxLength.title} />
          <div className="flex flex-wrap gap-4">
            <LineField name="number" label={t('number')} maxLength={100} isOptional />
            <LineField name="decidedOn" label={t('decided-on')} type="date" />
          </div>
          <LineField name="publisher" label={t('publisher')} maxLength={200} isOptional />
          <LineField name="url" label={t('url')} type="url" />
        </fieldset>
        <div className="flex flex-wrap items-center gap-2">
          <button className="button" data-kind={proposed?.moves ? 'plain' : 'main'}>
            {t('show')}
          </button>
          <Link href={page} className="button" data-kind="quiet">
            {countries('cancel')}
          </Link>
        </div>
      </QuestionForm>
      {proposed?.moves && (
        <div className="flex flex-col gap-4 rounded-card border border-line-2 px-4 py-3.5">
          <h3 className="font-medium">{t('not-yet')}</h3>
          <Moved {...proposed.moves} />
          <Save country={country} typed={proposed.typed} attempt={attempt} />
        </div>
      )}
    </section>
  )
}

/** Sends what was shown, and nothing else: it is no longer in fields that could be changed. */
function Save({
  country,
  typed,
  attempt,
}: {
  country: CountryPage['country']
  typed: Typed
  attempt: Attempt | undefined
}) {
  const t = useTranslations('calendars.decree')
  const language = useLocale()
  const fields = ['title', 'number', 'decidedOn', 'publisher', 'url', 'days[]', 'kinds[]', 'holidays[]']
  const values = fields.flatMap((name) => {
    const value = typed[name] ?? []
    return (Array.isArray(value) ? value : [value]).map((one) => ({ name, value: one }))
  })
  return (
    <Form
      action={`/api/v1/countries/${country.code}/decrees`}
      hidden={{ id: newId(), version: country.version, language }}
      attempt={attempt}
    >
      {values.map(({ name, value }, at) => (
        <input key={at} type="hidden" name={name} value={value} />
      ))}
      <div>
        <Submit>{t('save')}</Submit>
      </div>
    </Form>
  )
}
