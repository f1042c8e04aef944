import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AgreementKind } from '#components/agreements/kind.tsx'
import { DirectionLinks } from '#components/agreements/direction-links.tsx'
import { Inferred, NotStated } from '#components/facts/marks.tsx'
import { VisibleTo } from '#components/facts/visible-to.tsx'
import { Lines, Panel } from '#components/ui/card.tsx'
import { Fact, Facts } from '#components/ui/facts.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { countryName } from '#lib/format/country.ts'
import { formatDue } from '#lib/format/due.ts'
import type { InitiativePage } from '#lib/initiatives/initiative.ts'
import { useRegionName } from './use-region-name.ts'

/** What is known of the initiative as a whole; what nobody stated is said to be so. */
export function Known({ found }: { found: InitiativePage }) {
  const t = useTranslations('initiatives.initiative')
  const standing = useTranslations('initiatives.standing')
  const stage = useTranslations('directions.value-chain.stage')
  const region = useRegionName()
  const language = useLocale()
  const { starts, ends, periodStated, regions, location, stages, alsoServes, partnership } = found
  return (
    <Panel>
      <Facts>
        <Fact name={t('standing')}>
          {standing(found.standing)}{' '}
          {found.standingOn && <span className="text-ink-2">{formatDue(found.standingOn, language)}</span>}{' '}
          {found.standingInferred && <Inferred />}
        </Fact>
        <Fact name={t('period')}>
          {starts ? formatDue(starts, language) : <NotStated />}
          {ends && ` – ${formatDue(ends, language)}`}
          {periodStated !== null && (
            <span lang="en" className="block text-small text-ink-2">
              {periodStated}
            </span>
          )}
        </Fact>
        <Fact name={t('regions')}>
          {regions.length === 0 ? <NotStated /> : regions.map(region).join(', ')}
        </Fact>
        <Fact name={t('place')}>{location === null ? <NotStated /> : <span lang="en">{location}</span>}</Fact>
        {stages.length > 0 && (
          <Fact name={t('stages')}>
            {stages.map((one) => stage(one)).join(', ')} {found.stagesInferred && <Inferred />}
          </Fact>
        )}
        {alsoServes.length > 0 && (
          <Fact name={t('also-serves')}>
            <DirectionLinks of={alsoServes} partnership={partnership} />
          </Fact>
        )}
        {found.inferred && (
          <Fact name={t('note')}>
            <Inferred />
          </Fact>
        )}
        <Fact name={t('visible-to')}>
          <VisibleTo audience={found.audience} />
        </Fact>
      </Facts>
    </Panel>
  )
}

/** The bodies of each side: who leads, who takes part. */
export function Bodies({ found: { bodies, sides, partnership } }: { found: InitiativePage }) {
  const t = useTranslations('initiatives.initiative')
  const language = useLocale()
  const unled = sides.filter(
    (side) => !bodies.some((body) => body.role === 'lead' && body.sides.includes(side)),
  )
  return (
    <Panel title={t('bodies')} count={bodies.length}>
      <Lines>
        {bodies.map(({ code, name, country, role, sides: led }) => (
          <li key={`${code}${role}`} className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2">
            <span className="pt-0.5">{country && <Flag code={country} className="size-3.75" />}</span>
            <span>
              <Link href={`/${partnership}/organisations/${code}`} className="quiet-link">
                <RecordText text={name} isQuiet />
              </Link>
              <span className="block text-small text-ink-2">
                {role === 'partner'
                  ? t('partner')
                  : led.length === 0
                    ? t('leads')
                    : t('leads-for', { sides: led.map((side) => countryName(side, language)).join(', ') })}
              </span>
            </span>
          </li>
        ))}
        {unled.map((side) => (
          <li key={side} className="text-ink-2">
            {t('no-lead', { side: countryName(side, language) })}
          </li>
        ))}
      </Lines>
    </Panel>
  )
}

/** Agreements and decisions from which it comes. */
export function Mandate({ found: { agreements, decisions, partnership } }: { found: InitiativePage }) {
  const t = useTranslations('initiatives.initiative')
  const language = useLocale()
  return (
    <>
      <Panel title={t('agreements')} count={agreements.length}>
        {agreements.length === 0 ? (
          <p className="text-ink-2">{t('no-agreements')}</p>
        ) : (
          <Lines>
            {agreements.map(({ code, kind, title, signed }) => (
              <li key={code}>
                <Link href={`/${partnership}/agreements/${code}`} className="quiet-link">
                  <RecordText text={title} isQuiet />
                </Link>
                <Under>
                  <AgreementKind kind={kind} />
                  {'\u00A0· '}
                  {signed ? formatDue(signed, language) : <NotStated />}
                </Under>
              </li>
            ))}
          </Lines>
        )}
      </Panel>
      <Panel title={t('decisions')} count={decisions.length}>
        {decisions.length === 0 ? (
          <p className="text-ink-2">{t('no-decisions')}</p>
        ) : (
          <Lines>
            {decisions.map(({ code, number, text, meeting }) => (
              <li key={code}>
                <Link href={`/${partnership}/meetings/${meeting.code}#${code}`} className="quiet-link">
                  <RecordText text={text} isQuiet />
                </Link>
                <Under>
                  <RecordText text={meeting.title} isQuiet />
                  {`\u00A0· ${formatDue(meeting.held, language)}`}
                  {`\u00A0· ${t('point', { number: String(number) })}`}
                </Under>
              </li>
            ))}
          </Lines>
        )}
      </Panel>
    </>
  )
}

function Under({ children }: { children: ReactNode }) {
  return <p className="text-small text-ink-2">{children}</p>
}
