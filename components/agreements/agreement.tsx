import { useLocale, useTranslations } from 'next-intl'
import { Contradiction } from '#components/facts/contradiction.tsx'
import { Inferred, NotStated, Remark, SharedCount } from '#components/facts/marks.tsx'
import { VisibleTo } from '#components/facts/visible-to.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Sources } from '#components/sources/cited.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Panel } from '#components/ui/card.tsx'
import { Done } from '#components/ui/done.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Fact, Facts } from '#components/ui/facts.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { RecordText, TranslationMark } from '#components/ui/record-text.tsx'
import { Refused } from '#components/ui/refused.tsx'
import type { AgreementPage } from '#lib/agreements/agreement.ts'
import { formatDate } from '#lib/format/date.ts'
import { formatDue } from '#lib/format/due.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import type { PlainDate } from '#lib/rules/due-date.ts'
import { DirectionLinks } from './direction-links.tsx'
import { InitiativeLine } from './initiative-line.tsx'
import { AgreementKind } from './kind.tsx'
import { ReleaseAgreement } from './release.tsx'

/** A signed instrument, with what descends from it. `isReleasing`: the address opens the form to release it. */
export function Agreement({
  found,
  attempt,
  isReleasing,
  wasReleased,
}: {
  found: AgreementPage
  attempt: Attempt | undefined
  isReleasing: boolean
  wasReleased: boolean
}) {
  const t = useTranslations('agreements.agreement')
  const act = useTranslations('agreements.release')
  const { partnership, code, title, summary, initiatives, contradictions, sources, release } = found
  const here = `/${partnership.code}/agreements/${code}`
  if (isReleasing && release !== null)
    return (
      <>
        <PageHeader
          title={act(`button.${release}`)}
          subtitle={<span className="font-mono">{code}</span>}
          back={{ href: here, name: title.text }}
        />
        <Page isNarrow>
          <Refused attempt={attempt} />
          <p className="text-lead text-ink-2">
            <RecordText text={title} />
          </p>
          <ReleaseAgreement agreement={found} to={release} attempt={attempt} page={here} />
        </Page>
      </>
    )
  return (
    <>
      <PageHeader
        title={<span className="font-mono font-normal">{code}</span>}
        isHeading={false}
        back={{ href: `/${partnership.code}/agreements`, name: t('back') }}
      />
      <Page aside={<Known found={found} />}>
        <Refused attempt={attempt} />
        <div className="flex flex-col gap-2">
          <h1 lang={title.language} className="text-head font-strong">
            {title.text}
            <TranslationMark text={title} />
          </h1>
          {summary && (
            <p className="max-w-160 text-lead text-ink-2">
              <RecordText text={summary} />
            </p>
          )}
          {release !== null && (
            <div className="no-print pt-1">
              <ButtonLink href={`${here}?act=release`}>{act(`open.${release}`)}</ButtonLink>
            </div>
          )}
        </div>
        {wasReleased && <Done>{act('done')}</Done>}
        <Section title={t('initiatives')} count={<SharedCount of={initiatives} />}>
          {initiatives.length === 0 ? (
            <div className="pt-3">
              <Empty title={t('no-initiatives')}>{t('no-initiatives-explained')}</Empty>
            </div>
          ) : (
            <ul className="divide-y divide-line">
              {initiatives.map((initiative) => (
                <InitiativeLine
                  key={initiative.code}
                  initiative={initiative}
                  partnership={partnership.code}
                />
              ))}
            </ul>
          )}
        </Section>
        {contradictions.length > 0 && (
          <Section title={t('contradictions')} count={contradictions.length}>
            <ul className="divide-y divide-line">
              {contradictions.map((contradiction) => (
                <li key={contradiction.position} className="py-3">
                  <Contradiction contradiction={contradiction} partnership={partnership.code} isAlone />
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Sources sources={sources} partnership={partnership.code} />
      </Page>
    </>
  )
}

function Known({ found }: { found: AgreementPage }) {
  const t = useTranslations('agreements.agreement')
  const language = useLocale()
  const {
    partnership,
    kind,
    signed,
    inForceOn,
    expiresOn,
    renews,
    place,
    parties,
    directions,
    inferred,
    note,
    audience,
  } = found
  return (
    <Panel>
      <Facts>
        <Fact name={t('kind')}>
          <AgreementKind kind={kind} />
        </Fact>
        <Fact name={t('signed')}>{signed ? formatDue(signed, language, 'long') : <NotStated />}</Fact>
        <Fact name={t('place')}>{place === null ? <NotStated /> : <span lang="en">{place}</span>}</Fact>
        <Fact name={t('in-force')}>
          <Day on={inForceOn} />
        </Fact>
        <Fact name={t('expires')}>
          <Day on={expiresOn} />
        </Fact>
        <Fact name={t('renews')}>
          {renews === null ? <NotStated /> : t(renews ? 'renews-yes' : 'renews-no')}
        </Fact>
        <Fact name={t('parties')}>
          {parties.length === 0 ? (
            <NotStated />
          ) : (
            <ul className="flex flex-col gap-0.5">
              {parties.map((party) => (
                <li key={party} lang="en">
                  {party}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={t('directions')}>
          {directions.length === 0 ? (
            <NotStated />
          ) : (
            <DirectionLinks of={directions} partnership={partnership.code} />
          )}
        </Fact>
        {(inferred || note !== null) && (
          <Fact name={t('note')}>
            {inferred && <Inferred />} {note !== null && <Remark>{note}</Remark>}
          </Fact>
        )}
        <Fact name={t('visible-to')}>
          <VisibleTo audience={audience} />
        </Fact>
      </Facts>
    </Panel>
  )
}

function Day({ on }: { on: PlainDate | null }) {
  const language = useLocale()
  return on === null ? <NotStated /> : formatDate(on, 'day', language, 'long')
}
