import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Inferred, NotStated, Own } from '#components/facts/marks.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Table } from '#components/ui/table.tsx'
import { Code } from '#components/ui/tag.tsx'
import { formatDue } from '#lib/format/due.ts'
import { formatMoney } from '#lib/format/money.ts'
import type { ListedInitiative } from '#lib/initiatives/listed.ts'
import { shortCode } from '#lib/rules/codes.ts'
import { RolledCells, RolledInWords } from './rolled.tsx'

/** Initiatives with how they stand, as reported, and beside it what is computed of their milestones. */
export function InitiativeTable({
  name,
  initiatives,
  partnership,
}: {
  name: string
  initiatives: readonly ListedInitiative[]
  partnership: string
}) {
  const t = useTranslations('directions.initiatives')
  if (initiatives.length === 0) return <p className="py-2.5 text-ink-2">{t('none')}</p>
  return (
    <div className={onPhones}>
      <Table
        name={name}
        head={[
          { key: 'title', name: t('initiative') },
          { key: 'standing', name: t('standing') },
          { key: 'value', name: t('value'), align: 'end' },
          { key: 'done', name: t('done'), align: 'end' },
          { key: 'overdue', name: t('overdue'), align: 'end' },
          { key: 'none', name: t('no-evidence'), align: 'end' },
          { key: 'progress', name: t('progress'), align: 'end' },
        ]}
      >
        {initiatives.map((initiative) => (
          <Row key={initiative.code} initiative={initiative} partnership={partnership} />
        ))}
      </Table>
    </div>
  )
}

// A phone or a narrow tablet has no room for seven columns: what the last five say stands under the title there.
const onPhones = 'max-lg:[&_td:nth-child(n+3)]:hidden max-lg:[&_thead_th:nth-child(n+3)]:hidden'

function Row({
  initiative: { code, title, standing, standingOn, standingInferred, value, leads, own, rolled },
  partnership,
}: {
  initiative: ListedInitiative
  partnership: string
}) {
  const t = useTranslations('directions.initiatives')
  const standings = useTranslations('initiatives.standing')
  const language = useLocale()
  return (
    <tr>
      <th scope="row" className="lg:min-w-56">
        <span className="block font-normal">
          <Code>{shortCode(code, partnership)}</Code> {own && <Own />}
        </span>
        <Link href={`/${partnership}/initiatives/${code}`} className="quiet-link font-medium">
          <RecordText text={title} isQuiet />
        </Link>
        {leads.length > 0 && (
          <span className="flex flex-wrap gap-x-3 text-small font-normal text-ink-2">
            {leads.map((lead) => (
              <span key={`${lead.code}${lead.side}`} className="inline-flex items-center gap-1">
                {lead.side && <Flag code={lead.side} className="size-3.5" />}
                {lead.acronym ?? <RecordText text={lead.name} isQuiet />}
              </span>
            ))}
          </span>
        )}
        <RolledInWords
          rolled={rolled}
          before={
            <span className="whitespace-nowrap">
              {t('done')}: {rolled.completed}/{rolled.all}
            </span>
          }
          after={value && <span>{formatMoney(value, language, 'compact')}</span>}
        />
      </th>
      <td>
        <span className="lg:whitespace-nowrap">{standings(standing)}</span> {standingInferred && <Inferred />}
        {standingOn && (
          <span className="block text-small whitespace-nowrap text-ink-2">
            {formatDue(standingOn, language)}
          </span>
        )}
      </td>
      <td data-align="end" className="whitespace-nowrap">
        {value === null ? <NotStated /> : formatMoney(value, language, 'compact')}
      </td>
      <td data-align="end">
        {rolled.all === 0 ? (
          <span className="text-ink-3">{t('no-milestones')}</span>
        ) : (
          `${rolled.completed}/${rolled.all}`
        )}
        {rolled.own > 0 && (
          <span className="block text-small text-ink-2">{t('own', { count: rolled.own })}</span>
        )}
      </td>
      <RolledCells rolled={rolled} />
    </tr>
  )
}
