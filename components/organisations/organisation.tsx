import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { InitiativeLine } from '#components/agreements/initiative-line.tsx'
import { NotStated, Own, Remark, SharedCount } from '#components/facts/marks.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { DueDate } from '#components/milestones/due.tsx'
import { Sources } from '#components/sources/cited.tsx'
import { Panel } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Fact, Facts } from '#components/ui/facts.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { RecordText, TranslationMark } from '#components/ui/record-text.tsx'
import { StatusPill } from '#components/ui/status.tsx'
import { Code } from '#components/ui/tag.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import { countryName } from '#lib/format/country.ts'
import { languageName } from '#lib/format/language-name.ts'
import type { AnsweredMilestone, OrganisationPage } from '#lib/organisations/organisation.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import { shortCode } from '#lib/rules/codes.ts'
import { Countries } from './countries.tsx'

/** A body: its names, and what it leads, takes part in and answers for in this partnership. */
export function Organisation({ found }: { found: OrganisationPage }) {
  const t = useTranslations('organisations.organisation')
  const { partnership, code, name, countries, initiatives, milestones, answersFor, finance, sources } = found
  const at = `/${partnership.code}`
  const leads = initiatives.filter(({ role }) => role === 'lead')
  const partners = initiatives.filter(({ role }) => role === 'partner')
  return (
    <>
      <PageHeader
        title={<span className="font-mono font-normal">{code}</span>}
        isHeading={false}
        back={{ href: `${at}/organisations`, name: t('back') }}
      />
      <Page aside={<Known found={found} />}>
        <div className="flex items-start gap-2.5">
          <span className="pt-1.5">
            <Countries codes={countries} />
          </span>
          <h1 lang={name.language} className="text-head font-strong">
            {name.text}
            <TranslationMark text={name} />
          </h1>
        </div>
        <Section title={t('leads')} count={<SharedCount of={leads} />}>
          {leads.length === 0 ? (
            <div className="pt-3">
              <Empty title={t('leads-nothing')} />
            </div>
          ) : (
            <InitiativeLines initiatives={leads} countries={countries} partnership={partnership.code} />
          )}
        </Section>
        {partners.length > 0 && (
          <Section title={t('partners')} count={<SharedCount of={partners} />}>
            <InitiativeLines initiatives={partners} countries={countries} partnership={partnership.code} />
          </Section>
        )}
        {(answersFor.all > 0 || milestones.length > 0) && (
          <Section
            title={t('milestones')}
            count={t('completed', { all: String(answersFor.all), completed: String(answersFor.completed) })}
          >
            {milestones.length === 0 ? (
              <p className="py-2.5 text-ink-2">{t('none-open')}</p>
            ) : (
              <ul className="divide-y divide-line">
                {milestones.map((milestone) => (
                  <MilestoneLine key={milestone.code} milestone={milestone} partnership={partnership.code} />
                ))}
              </ul>
            )}
          </Section>
        )}
        {finance.length > 0 && (
          <Section title={t('finance')} count={finance.length}>
            <ul className="divide-y divide-line">
              {finance.map((record) => (
                <li key={record.code} className="py-2.5">
                  {record.initiative === null ? (
                    <RecordText text={record.title} />
                  ) : (
                    <Link href={`${at}/initiatives/${record.initiative}`} className="quiet-link">
                      <RecordText text={record.title} />
                    </Link>
                  )}
                  <span className="block text-small text-ink-2">{t(record.role)}</span>
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

function Known({ found: { names, acronym, kind, countries, leadsSide, note } }: { found: OrganisationPage }) {
  const t = useTranslations('organisations.organisation')
  const word = useWord(({ organisations }) => organisations.kind)
  const language = useLocale()
  return (
    <>
      <Panel title={t('names')}>
        <Facts>
          {names.map((text) => (
            <Fact key={text.language} name={languageName(text.language, language)}>
              <RecordText text={text} />
            </Fact>
          ))}
          <Fact name={t('acronym')}>{acronym ?? <NotStated />}</Fact>
        </Facts>
      </Panel>
      <Panel>
        <Facts>
          <Fact name={t('kind')}>{word(kind) ?? kind}</Fact>
          <Fact name={t('country')}>
            {countries.length === 0
              ? t('no-country')
              : countries.map((code) => countryName(code, language)).join(' · ')}
          </Fact>
          {leadsSide !== null && (
            <Fact name={t('role')}>{t('leads-side', { side: countryName(leadsSide, language) })}</Fact>
          )}
          {note !== null && (
            <Fact name={t('note')}>
              <Remark>{note}</Remark>
            </Fact>
          )}
        </Facts>
      </Panel>
    </>
  )
}

/** For which side it leads is said where that is not its own country's. */
function InitiativeLines({
  initiatives,
  countries,
  partnership,
}: {
  initiatives: OrganisationPage['initiatives']
  countries: readonly SideCode[]
  partnership: string
}) {
  const t = useTranslations('organisations.organisation')
  const language = useLocale()
  const isPlain = (sides: readonly SideCode[]) =>
    sides.length === 1 && countries.length === 1 && sides[0] === countries[0]
  return (
    <ul className="divide-y divide-line">
      {initiatives.map((initiative) => (
        <InitiativeLine key={initiative.code} initiative={initiative} partnership={partnership}>
          {(isPlain(initiative.sides) ? [] : initiative.sides).map((side) => (
            <span key={side}> · {t('for-side', { side: countryName(side, language) })}</span>
          ))}
        </InitiativeLine>
      ))}
    </ul>
  )
}

function MilestoneLine({
  milestone: { code, title, status, due, first, slip, lateness, own },
  partnership,
}: {
  milestone: AnsweredMilestone
  partnership: string
}) {
  return (
    <li className="grid items-baseline gap-x-4 gap-y-1 py-2.5 lg:grid-cols-[6rem_minmax(0,1fr)_8rem_11rem]">
      <Code>{shortCode(code, partnership)}</Code>
      <Link href={`/${partnership}/milestones/${code}`} className="quiet-link min-w-0 font-medium">
        <RecordText text={title} />
      </Link>
      <span className="flex gap-1.5">
        {own && <Own />}
        <StatusPill status={status} />
      </span>
      <span className="lg:text-end">
        <DueDate due={due} first={first} slip={slip} lateness={lateness} />
      </span>
    </li>
  )
}
