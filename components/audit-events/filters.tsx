import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button.tsx'
import { Folded } from '#components/ui/folded.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import type { AuditEventList } from '#lib/audit-events/list.ts'

/** Narrows the list: a plain form whose answers the address holds. */
export function EventFilters({ found, at }: { found: AuditEventList; at: string }) {
  const t = useTranslations('audit-events.filter')
  const act = useWord((messages) => messages['audit-events'].act)
  const noun = useWord((messages) => messages['audit-events'].noun)
  const { filter, acts, partnerships } = found
  const nouns = [...new Set(acts.filter((one) => one.includes('.')).map((one) => one.split('.')[0] ?? ''))]
  const chosen = Object.values(filter).filter((one) => one !== undefined).length
  return (
    <Folded name={t('title')} chosen={chosen}>
      <form
        action={at}
        role="search"
        aria-label={t('title')}
        className="grid items-end gap-x-3 gap-y-2 grid-cols-2 lg:grid-cols-[repeat(6,minmax(0,1fr))_auto]"
      >
        <Choice
          name="in"
          label={t('in')}
          all={t('all')}
          chosen={filter.in}
          options={[
            ...partnerships.map(({ code }) => ({ value: code, label: code })),
            { value: 'registry', label: t('registry') },
            { value: 'common', label: t('common') },
          ]}
        />
        <Choice
          name="kind"
          label={t('kind')}
          all={t('all')}
          chosen={filter.kind}
          options={nouns.flatMap((value) => {
            const label = noun(value)
            return label === undefined ? [] : [{ value, label }]
          })}
        />
        <Choice
          name="act"
          label={t('act')}
          all={t('all')}
          chosen={filter.act}
          options={acts.flatMap((value) => {
            const label = act(value.replace('.', '-'))
            return label === undefined ? [] : [{ value, label }]
          })}
        />
        <label className="flex flex-col gap-0.5 text-small text-ink-2">
          {t('record')}
          <input
            name="record"
            defaultValue={filter.record}
            maxLength={60}
            autoComplete="off"
            className="field"
          />
        </label>
        <label className="flex flex-col gap-0.5 text-small text-ink-2">
          {t('from')}
          <input type="date" name="from" defaultValue={filter.from} className="field" />
        </label>
        <label className="flex flex-col gap-0.5 text-small text-ink-2">
          {t('to')}
          <input type="date" name="to" defaultValue={filter.to} className="field" />
        </label>
        <div className="flex gap-2">
          <button className="button" data-kind="main">
            {t('show')}
          </button>
          {chosen > 0 && (
            <ButtonLink href={at} kind="quiet">
              {t('clear')}
            </ButtonLink>
          )}
        </div>
      </form>
    </Folded>
  )
}

function Choice({
  name,
  label,
  all,
  chosen,
  options,
}: {
  name: string
  label: string
  all: string
  chosen: string | undefined
  options: readonly { value: string; label: string }[]
}) {
  return (
    <label className="flex min-w-0 flex-col gap-0.5 text-small text-ink-2">
      {label}
      <select name={name} defaultValue={chosen ?? ''} className="field">
        <option value="">{all}</option>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
