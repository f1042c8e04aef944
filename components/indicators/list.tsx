import { useLocale, useTranslations } from 'next-intl'
import { Inferred, NotStated, Own, Remark } from '#components/facts/marks.tsx'
import { SourceLinks } from '#components/sources/cited.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Table } from '#components/ui/table.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import { formatDue } from '#lib/format/due.ts'
import { formatNumber, qualified } from '#lib/format/number.ts'
import type { Measurement, ShownIndicator } from '#lib/indicators/indicators-where.ts'

/** Indicators, each with its baseline, its targets and what was measured. */
export function IndicatorList({
  indicators,
  partnership,
}: {
  indicators: readonly ShownIndicator[]
  partnership: string
}) {
  return (
    <ul className="divide-y divide-line">
      {indicators.map((indicator) => (
        <li key={indicator.code} className="flex flex-col gap-1 py-3">
          <Indicator indicator={indicator} partnership={partnership} />
        </li>
      ))}
    </ul>
  )
}

function Indicator({
  indicator: { title, unit, inferred, note, own, measurements, sources },
  partnership,
}: {
  indicator: ShownIndicator
  partnership: string
}) {
  const t = useTranslations('indicators')
  return (
    <>
      <h3 className="font-medium">
        <RecordText text={title} />{' '}
        <span className="font-normal text-ink-2">
          <Unit unit={unit} />
        </span>{' '}
        {inferred && <Inferred />} {own && <Own />}
      </h3>
      {measurements.length === 0 ? (
        <p className="text-ink-2">{t('no-values')}</p>
      ) : (
        <Table
          name={title.text}
          head={[
            { key: 'role', name: t('what'), width: '6.5rem' },
            { key: 'value', name: t('value'), align: 'end', width: '8rem' },
            { key: 'when', name: t('when'), width: '8rem' },
            { key: 'source', name: t('said-by') },
          ]}
        >
          {measurements.map((measurement, at) => (
            <Value key={at} measurement={measurement} partnership={partnership} />
          ))}
        </Table>
      )}
      {note !== null && (
        <p className="text-small">
          <Remark>{note}</Remark>
        </p>
      )}
      {measurements.length === 0 && <SourceLinks sources={sources} partnership={partnership} />}
    </>
  )
}

function Value({
  measurement: { role, value, measured, qualifier, inferred, note, sources },
  partnership,
}: {
  measurement: Measurement
  partnership: string
}) {
  const t = useTranslations('indicators')
  const language = useLocale()
  return (
    <tr>
      <th scope="row" className="font-normal">
        {t(`role.${role}`)}
      </th>
      <td data-align="end" className="whitespace-nowrap">
        {qualified(formatNumber(value.replace(/\.0+$/, ''), language), qualifier, language)}
      </td>
      <td className="whitespace-nowrap">{measured ? formatDue(measured, language) : <NotStated />}</td>
      <td>
        {inferred && <Inferred />}
        {note !== null && (
          <span className="block text-small">
            <Remark>{note}</Remark>
          </span>
        )}
        <SourceLinks sources={sources} partnership={partnership} />
      </td>
    </tr>
  )
}

/** The units that sources name most; another one in its own words. */
function Unit({ unit }: { unit: string }) {
  const word = useWord(({ indicators }) => indicators.unit)
  const said = word(unit.toLowerCase().replace(/[^a-z%]+/g, '-'))
  return said === undefined ? <span lang="en">{unit}</span> : <span>{said}</span>
}
