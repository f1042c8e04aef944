import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Percent, percentOr, productOf, quotient } from '#components/directions/rolled.tsx'
import { Inferred, Own, SharedCount } from '#components/facts/marks.tsx'
import { DueDate } from '#components/milestones/due.tsx'
import { TwoKeys } from '#components/milestones/two-keys.tsx'
import { Dotted } from '#components/ui/dotted.tsx'
import { Formula } from '#components/ui/formula.tsx'
import { Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { StatusWord } from '#components/ui/status.tsx'
import { Table } from '#components/ui/table.tsx'
import { Code } from '#components/ui/tag.tsx'
import { countryName } from '#lib/format/country.ts'
import { formatDue } from '#lib/format/due.ts'
import type { InitiativeMilestone, InitiativePage } from '#lib/initiatives/initiative.ts'
import { shortCode } from '#lib/rules/codes.ts'
import { milestoneProgress, progressOf } from '#lib/rules/progress.ts'

/** The milestones, and how far they bring the initiative. */
export function Milestones({ found: { milestones, partnership } }: { found: InitiativePage }) {
  const t = useTranslations('initiatives.milestones')
  return (
    <Section title={t('title')} count={<SharedCount of={milestones} />}>
      {milestones.length === 0 ? (
        <p className="py-2.5 text-ink-2">{t('none')}</p>
      ) : (
        <>
          <div className="py-2.5">
            <Progress milestones={milestones} partnership={partnership} />
          </div>
          <div className={onPhones}>
            <Table
              name={t('title')}
              head={[
                { key: 'title', name: t('milestone') },
                { key: 'keys', name: t('keys') },
                { key: 'status', name: t('status') },
                { key: 'due', name: t('due') },
                { key: 'percent', name: t('progress'), align: 'end' },
                { key: 'weight', name: t('weight'), align: 'end' },
              ]}
            >
              {milestones.map((milestone) => (
                <Row key={milestone.code} milestone={milestone} partnership={partnership} />
              ))}
            </Table>
          </div>
        </>
      )}
    </Section>
  )
}

// A phone or a narrow tablet has no room for six columns: what the last four say stands under the title there.
const onPhones = 'max-lg:[&_td:nth-child(n+3)]:hidden max-lg:[&_thead_th:nth-child(n+3)]:hidden'

function Row({ milestone, partnership }: { milestone: InitiativeMilestone; partnership: string }) {
  const t = useTranslations('initiatives.milestones')
  const language = useLocale()
  const { code, title, status, standing, sides, lateness, organisation, own, weight, completed } = milestone
  const names = Object.fromEntries(sides.map((side) => [side, countryName(side, language)]))
  return (
    <tr>
      <th scope="row" className="lg:min-w-52">
        <span className="block font-normal">
          <Code>{shortCode(code, partnership)}</Code> {own && <Own />}
        </span>
        <Link href={`/${partnership}/milestones/${code}`} className="quiet-link font-medium">
          <RecordText text={title} isQuiet />
        </Link>
        {organisation && (
          <span className="block text-small font-normal text-ink-2">
            <RecordText text={organisation.name} isQuiet />
          </span>
        )}
        <span className="block text-small font-normal text-ink-2 lg:hidden">
          <Dotted>
            <StatusWord status={status} />
            <DueDate due={milestone.due} first={milestone.first} slip={milestone.slip} lateness={lateness} />
            <span className="whitespace-nowrap">
              {t('progress')}: <Percent of={milestoneProgress(milestone)} />
            </span>
            <span className="whitespace-nowrap">
              {t('weight')}: {weight}
            </span>
          </Dotted>
        </span>
      </th>
      <td>
        <TwoKeys sides={sides} verdicts={standing} status={status} names={names} />
      </td>
      <td>
        <StatusWord status={status} />
        {completed && (
          <span className="block text-small whitespace-nowrap text-ink-2">
            {formatDue(completed, language)}
          </span>
        )}
      </td>
      <td>
        <DueDate due={milestone.due} first={milestone.first} slip={milestone.slip} lateness={lateness} />
      </td>
      <td data-align="end" className="whitespace-nowrap">
        <Percent of={milestoneProgress(milestone)} />
      </td>
      <td data-align="end">
        {weight}
        {milestone.weightInferred && (
          <span className="block">
            <Inferred />
          </span>
        )}
      </td>
    </tr>
  )
}

/** Of shared and public milestones, so that both governments read the same number; opened, with every milestone that went
 *  in. */
function Progress({
  milestones,
  partnership,
}: {
  milestones: readonly InitiativeMilestone[]
  partnership: string
}) {
  const t = useTranslations('initiatives.milestones')
  const rolled = useTranslations('directions.rolled')
  const language = useLocale()
  const progress = progressOf(milestones.filter(({ own }) => !own))
  const own = milestones.filter((milestone) => milestone.own).length
  const unknown = rolled('unknown')
  return (
    <>
      <p className="text-lead font-medium">
        {t('progress-is', { percent: percentOr(progress.percent, unknown, language) })}
        {own > 0 && <span className="text-body font-normal text-ink-2"> {t('own', { count: own })}</span>}
      </p>
      {progress.rows.length > 0 && (
        <Formula
          formula={rolled('formula', { unknown: progress.unknown })}
          rows={progress.rows.map(({ milestone, percent, weight, product }) => ({
            key: milestone.code,
            name: (
              <>
                <Code>{shortCode(milestone.code, partnership)}</Code>{' '}
                <RecordText text={milestone.title} isQuiet />
              </>
            ),
            value: productOf(percent ?? unknown, weight, product, language),
          }))}
          result={{
            name: quotient(progress, language),
            value: percentOr(progress.percent, unknown, language),
          }}
        />
      )}
    </>
  )
}
