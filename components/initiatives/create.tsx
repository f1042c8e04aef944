import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { v4 as timelessId } from 'uuid'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Form } from '#components/ui/form.tsx'
import { Page } from '#components/ui/page.tsx'
import { Refused } from '#components/ui/refused.tsx'
import { Select } from '#components/ui/select.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { Words } from '#components/ui/words.tsx'
import type { BlankInitiative } from '#lib/initiatives/blank.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { InitiativeFields } from './fields.tsx'

/** A new initiative. */
export function CreateInitiative({
  found: { offered, direction },
  attempt,
}: {
  found: BlankInitiative
  attempt: Attempt | undefined
}) {
  const t = useTranslations('initiatives.create')
  const form = useTranslations('initiatives.form')
  const list = useTranslations('initiatives.list')
  const { partnership, directions, own } = offered
  const back = `/${partnership.code}/initiatives`
  const chosen = directions.some(({ code }) => code === direction) ? direction : undefined
  return (
    <Words of={[]}>
      <PageHeader title={t('title')} back={{ href: back, name: list('title') }} />
      <Page isNarrow>
        <Refused attempt={attempt} />
        <Form
          action={`/api/v1/partnerships/${partnership.code}/initiatives`}
          hidden={{ id: timelessId(), language: partnership.languages[0] ?? '' }}
          attempt={attempt}
          draft={`initiatives.create:${partnership.code}:${direction ?? ''}`}
          className="flex flex-col gap-7"
        >
          <InitiativeFields
            offered={offered}
            above={
              <>
                <Select
                  name="direction"
                  label={form('direction')}
                  hint={form('direction-stays')}
                  none={form('choose')}
                  options={directions.map(({ code, title }) => ({ value: code, label: title.text }))}
                  value={chosen}
                />
                {own !== null && (
                  <Select
                    name="audience"
                    label={form('audience')}
                    hint={form('audience-hint')}
                    options={[
                      { value: 'shared', label: form('audience-shared') },
                      { value: 'own', label: form('audience-own') },
                    ]}
                    value="shared"
                  />
                )}
              </>
            }
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
