import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Contradiction } from '#components/facts/contradiction.tsx'
import { Inferred } from '#components/facts/marks.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { DueDate } from '#components/milestones/due.tsx'
import { TwoKeys } from '#components/milestones/two-keys.tsx'
import { Sources } from '#components/sources/cited.tsx'
import { Lines, Panel } from '#components/ui/card.tsx'
import { Fact, Facts } from '#components/ui/facts.tsx'
import { Formula } from '#components/ui/formula.tsx'
import { Page, Section, Trail } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { StatusWord } from '#components/ui/status.tsx'
import { Table } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { countryName } from '#lib/format/country.ts'
import { formatDue } from '#lib/format/due.ts'
import { formatMoney } from '#lib/format/money.ts'
import { formatNumber, qualified } from '#lib/format/number.ts'
import { formatPercent } from '#lib/format/percent.ts'
import type { InitiativePage } from '#lib/initiatives/initiative.ts'
import { milestoneProgress, progressOf } from '#lib/rules/progress.ts'

export function Initiative({ found }: { found: InitiativePage }) {
  const standing = useTranslations('initiatives.standing')
  const { partnership } = found
  return (
    <>
      <PageHeader
        title={<span className="code">{found.code}</span>}
        subtitle={standing(found.standing as never)}
        isHeading={false}
        back={{
          href: `/${partnership}/directions/${found.direction.code}`,
          name: found.direction.title.text,
        }}
      />
      <Page aside={<Aside found={found} />}>
        <div className="flex flex-col gap-1.5">
          <Trail
            of={[
              {
                name: <RecordText text={found.direction.title} isQuiet />,
                href: `/${partnership}/directions/${found.direction.code}`,
              },
            ]}
          />
          <h1 className="text-head font-strong">
            <RecordText text={found.title} />
          </h1>
          {found.description && (
            <p className="max-w-180 text-ink-2">
              <RecordText text={found.description} />
            </p>
          )}
          {found.note !== null && (
            <p lang="en" className="max-w-180 text-small text-ink-2">
              {found.note}
            </p>
          )}
        </div>
        <Milestones found={found} />
        <Indicators found={found} />
        <Money found={found} />
        <Reported found={found} />
        <Sources sources={found.sources} partnership={partnership} />
      </Page>
    </>
  )
}

function Milestones({ found: { milestones, partnership, sides } }: { found: InitiativePage }) {
  const t = useTranslations('initiatives.initiative')
  const language = useLocale()
  const names = Object.fromEntries(sides.map((side) => [side, countryName(side, language)]))
  const shared = progressOf(milestones.filter(({ own }) => !own))
  const own = milestones.filter((milestone) => milestone.own).length
  return (
    <Section title={t('milestones')} count={milestones.length}>
      {milestones.length === 0 ? (
        <p className="py-2.5 text-ink-2">{t('no-milestones')}</p>
      ) : (
        <Table
          name={t('milestones')}
          head={[
            { key: 'title', name: t('milestone') },
            { key: 'keys', name: t('keys') },
            { key: 'status', name: t('status') },
            { key: 'due', name: t('due') },
            { key: 'percent', name: t('percent'), align: 'end' },
            { key: 'weight', name: t('weight'), align: 'end' },
          ]}
        >
          {milestones.map(({ code, title, verdicts, status, due, lateness, percent, weight }) => (
            <tr key={code}>
              <th scope="row">
                <span className="code block text-small font-normal text-ink-2">{code}</span>
                <Link href={`/${partnership}/milestones/${code}`} className="quiet-link font-medium">
                  <RecordText text={title} isQuiet />
                </Link>
              </th>
              <td>
                <TwoKeys sides={sides} verdicts={verdicts} status={status} names={names} />
              </td>
              <td>
                <StatusWord status={status} />
              </td>
              <td>
                <DueDate due={due} lateness={lateness} />
              </td>
              <td data-align="end">
                {percentShown(milestoneProgress({ status, percent }), t('unknown'), language)}
              </td>
              <td data-align="end">{weight}</td>
            </tr>
          ))}
        </Table>
      )}
      <div className="flex flex-wrap items-baseline gap-x-3 pt-2.5">
        <p className="font-medium">
          {t('progress')}: {percentShown(shared.percent, t('unknown'), language)}
          {own > 0 && <span className="font-normal text-ink-2"> {t('own', { count: own })}</span>}
        </p>
        {shared.rows.length > 0 && (
          <Formula
            formula={t('formula', { unknown: String(shared.unknown) })}
            rows={shared.rows.map(({ milestone, percent, weight }) => ({
              key: milestone.code,
              name: milestone.title.text,
              value: `${percentShown(percent, t('unknown'), language)} × ${weight}`,
            }))}
            result={{ name: t('progress'), value: percentShown(shared.percent, t('unknown'), language) }}
          />
        )}
      </div>
    </Section>
  )
}

const percentShown = (
  percent: number | null,
  unknown: string,
  language: Parameters<typeof formatPercent>[1],
) => (percent === null ? unknown : formatPercent(percent, language))

function Indicators({ found: { indicators } }: { found: InitiativePage }) {
  const t = useTranslations('initiatives.initiative')
  const language = useLocale()
  if (indicators.length === 0) return null
  return (
    <Section title={t('indicators')} count={indicators.length}>
      {indicators.map(({ code, title, unit, measurements }) => (
        <div key={code} className="py-2.5">
          <p className="font-medium">
            <RecordText text={title} isQuiet />{' '}
            <span lang="en" className="font-normal text-ink-2">
              {unit}
            </span>
          </p>
          <Facts>
            {measurements.map(({ role, value, on, qualifier, inferred }) => (
              <Fact
                key={`${role}${value}${on?.on}`}
                name={t(`role.${role === 'baseline' ? 'baseline' : role === 'target' ? 'target' : 'actual'}`)}
              >
                {qualified(formatNumber(value, language), qualifier, language)}
                <span className="text-ink-2"> {on ? formatDue(on, language) : t('not-stated')}</span>{' '}
                {inferred && <Inferred />}
              </Fact>
            ))}
          </Facts>
        </div>
      ))}
    </Section>
  )
}

function Money({ found: { values, finance } }: { found: InitiativePage }) {
  const t = useTranslations('initiatives.initiative')
  const language = useLocale()
  if (values.length + finance.length === 0) return null
  return (
    <Section title={t('money')}>
      <ul className="divide-y divide-line">
        {values.map(({ amount, currency, kind, counts }) => (
          <li key={`${amount}${currency}${kind}`} className="flex flex-wrap items-baseline gap-x-2 py-2">
            <span className="font-medium">{formatMoney({ amount, currency }, language, 'compact')}</span>
            <span lang="en" className="text-ink-2">
              {kind}
            </span>
            {counts && <Tag>{t('counts')}</Tag>}
          </li>
        ))}
        {finance.map(({ code, title, amount, currency, qualifier, entersSums, on }) => (
          <li key={code} className="flex flex-wrap items-baseline gap-x-2 py-2">
            <span className="font-medium">
              {qualified(formatMoney({ amount, currency }, language, 'compact'), qualifier, language)}
            </span>
            <RecordText text={title} isQuiet />
            <span className="text-ink-2">{formatDue(on, language)}</span>
            {!entersSums && <Tag>{t('no-sum')}</Tag>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Reported({ found: { facts, openPoints, contradictions, partnership } }: { found: InitiativePage }) {
  const t = useTranslations('initiatives.initiative')
  const kinds = useTranslations('facts.kind')
  const status = useTranslations('facts.open-point.status')
  const language = useLocale()
  return (
    <>
      {facts.length > 0 && (
        <Section title={t('facts')} count={facts.length}>
          <ul className="divide-y divide-line">
            {facts.map(({ on, kind, text, inferred }) => (
              <li key={text.text} className="py-2">
                <RecordText text={text} isQuiet /> {inferred && <Inferred />}
                <p className="text-small text-ink-2">
                  {formatDue(on, language)} · {kinds(kind as never)}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {openPoints.length > 0 && (
        <Section title={t('open-points')} count={openPoints.length}>
          <ul className="divide-y divide-line">
            {openPoints.map(({ text, status: said, state }) => (
              <li key={text.text} className="py-2">
                <RecordText text={text} isQuiet /> <Tag>{status(said as never)}</Tag>
                {state !== null && (
                  <p lang="en" className="text-small text-ink-2">
                    {state}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {contradictions.length > 0 && (
        <Section title={t('contradictions')} count={contradictions.length}>
          {contradictions.map((contradiction) => (
            <Contradiction
              key={contradiction.position}
              contradiction={contradiction}
              partnership={partnership}
            />
          ))}
        </Section>
      )}
    </>
  )
}

function Aside({ found }: { found: InitiativePage }) {
  const t = useTranslations('initiatives.initiative')
  const standing = useTranslations('initiatives.standing')
  const stage = useTranslations('directions.value-chain.stage')
  const language = useLocale()
  const { partnership } = found
  return (
    <>
      <Panel>
        <Facts>
          <Fact name={t('standing')}>
            {standing(found.standing as never)}{' '}
            {found.standingAsOf && (
              <span className="text-ink-2">{formatDue(found.standingAsOf, language)}</span>
            )}{' '}
            {found.standingInferred && <Inferred />}
          </Fact>
          <Fact name={t('period')}>
            {found.starts ? formatDue(found.starts, language) : t('not-stated')}
            {found.ends && ` – ${formatDue(found.ends, language)}`}
          </Fact>
          <Fact name={t('place')}>
            {found.location === null ? t('not-stated') : <span lang="en">{found.location}</span>}
          </Fact>
          <Fact name={t('stages')}>
            {found.stages.length === 0
              ? t('not-stated')
              : found.stages.map((each) => stage(each as never)).join(', ')}
          </Fact>
        </Facts>
      </Panel>
      <Panel title={t('bodies')} count={found.bodies.length}>
        <Lines>
          {found.bodies.map(({ code, name, role, side }) => (
            <li key={`${code}${role}${side}`}>
              <Link href={`/${partnership}/organisations/${code}`} className="quiet-link">
                <RecordText text={name} isQuiet />
              </Link>
              <p className="text-small text-ink-2">
                {side ? t('leads', { side: countryName(side, language) }) : t('partner')}
              </p>
            </li>
          ))}
        </Lines>
        {found.bodies.length === 0 && <p className="text-ink-2">{t('not-named')}</p>}
      </Panel>
      <Panel title={t('mandate')} count={found.agreements.length + found.decisions.length}>
        <Lines>
          {found.agreements.map(({ code, title }) => (
            <li key={code}>
              <Link href={`/${partnership}/agreements/${code}`} className="quiet-link">
                <RecordText text={title} isQuiet />
              </Link>
            </li>
          ))}
          {found.decisions.map(({ meeting, number, text }) => (
            <li key={`${meeting}${number}`}>
              <Link href={`/${partnership}/meetings/${meeting}`} className="quiet-link">
                <RecordText text={text} isQuiet />
              </Link>
              <p className="text-small text-ink-2">{t('decision', { number: String(number) })}</p>
            </li>
          ))}
        </Lines>
        {found.agreements.length + found.decisions.length === 0 && (
          <p className="text-ink-2">{t('no-mandate')}</p>
        )}
      </Panel>
    </>
  )
}
