import { useTranslations } from 'next-intl'
import { GroupField } from '#components/ui/group-field.tsx'
import { RowField, RowSelect } from '#components/ui/row-field.tsx'
import { decreedKinds } from '#lib/rules/decreed-kinds.ts'

const rows = 6

/** The days of a decree, a row each; a row without a date is none. */
export function DecreeDays() {
  const t = useTranslations('calendars')
  return (
    <GroupField name="days[]" label={t('decree.days')} hint={t('decree.days-hint')}>
      <ol className="flex flex-col gap-2 max-lg:gap-4">
        {Array.from({ length: rows }, (_, row) => (
          <li key={row} className="grid gap-2 max-lg:gap-1 lg:grid-cols-[10rem_14rem_minmax(0,1fr)]">
            <RowField name="days[]" row={row} type="date" label={t('decree.day', { row: String(row + 1) })} />
            <RowSelect
              name="kinds[]"
              row={row}
              label={t('decree.becomes', { row: String(row + 1) })}
              options={decreedKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            />
            <RowField name="holidays[]" row={row} label={t('decree.holiday', { row: String(row + 1) })} />
          </li>
        ))}
      </ol>
    </GroupField>
  )
}
