'use client'
import { useTranslations } from 'next-intl'
import type { Values } from './form-state.tsx'

/** A field of the record as it stands: `value` as the form would send it, `shown` in words where they
 *  differ (a date). */
export type StandingValue = { name: string; label: string; value: string; shown?: string }

/** Somebody else changed the record meanwhile: both versions side by side, and nothing is lost. */
export function Conflict({
  standing,
  yours,
  onGoOn,
}: {
  standing: readonly StandingValue[]
  yours: Values
  onGoOn: () => void
}) {
  const t = useTranslations('ui.conflict')
  const differing = standing.filter(
    ({ name, value }) => yours[name] !== undefined && yours[name]?.[0] !== value,
  )
  return (
    <div className="mt-3 flex flex-col items-start gap-3 text-ink">
      {differing.length > 0 && (
        <table className="table rounded-field border border-line bg-surface text-start">
          <thead>
            <tr>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('now')}</th>
              <th scope="col">{t('yours')}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map(({ name, label, value, shown = value }) => (
              <tr key={name} className="align-top">
                <th scope="row">{label}</th>
                <td>{shown || t('empty')}</td>
                <td>{yours[name]?.[0] || t('empty')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>{t('what-to-do')}</p>
      <button type="button" className="button" onClick={onGoOn}>
        {t('go-on')}
      </button>
    </div>
  )
}
