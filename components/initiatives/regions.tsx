import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Own } from '#components/facts/marks.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { FilterMenu, Filters } from '#components/ui/filter.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Code } from '#components/ui/tag.tsx'
import { countryName } from '#lib/format/country.ts'
import type { PlacedInitiative, RegionsPage } from '#lib/initiatives/regions.ts'
import { shortCode } from '#lib/rules/codes.ts'
import { RegionMap } from './region-map.tsx'
import { useRegionName } from './use-region-name.ts'

/** Where initiatives are: a map for each country that has one, and the list behind it. */
export function Regions({ found }: { found: RegionsPage }) {
  const t = useTranslations('initiatives.regions')
  const { partnership, initiatives } = found
  const codes = [...new Set(initiatives.flatMap(({ regions }) => regions))]
  const countries = [...new Set(codes.map((code) => code.slice(0, 2)))].toSorted()
  const placed = codes
    .map((code) => ({ code, initiatives: initiatives.filter(({ regions }) => regions.includes(code)) }))
    .toSorted((a, b) => b.initiatives.length - a.initiatives.length || (a.code < b.code ? -1 : 1))
  const unplaced = initiatives.filter(({ regions }) => regions.length === 0)
  return (
    <>
      <PageHeader title={t('title')} back={{ href: `/${partnership.code}/overview`, name: t('back') }} />
      <Page>
        <DirectionFilter found={found} />
        {placed.length === 0 && <Empty title={t('none')}>{t('none-what')}</Empty>}
        {countries.map((country) => (
          <InCountry
            key={country}
            country={country}
            placed={placed.filter(({ code }) => code.startsWith(country))}
            partnership={partnership.code}
          />
        ))}
        {unplaced.length > 0 && (
          <Section title={t('not-stated')} count={unplaced.length}>
            <div className="py-2.5">
              <InitiativeLinks initiatives={unplaced} partnership={partnership.code} className={columns} />
            </div>
          </Section>
        )}
      </Page>
    </>
  )
}

function DirectionFilter({ found: { partnership, direction, directions } }: { found: RegionsPage }) {
  const t = useTranslations('initiatives.regions')
  const at = `/${partnership.code}/regions`
  const chosen = directions.find(({ code }) => code === direction)
  return (
    <Filters name={t('filters')}>
      <FilterMenu
        name={t('direction')}
        value={chosen ? <RecordText text={chosen.title} isQuiet /> : t('all')}
        isChosen={chosen !== undefined}
        options={[
          { key: '', label: t('all'), href: at, isChosen: chosen === undefined },
          ...directions.map(({ code, title }) => ({
            key: code,
            label: <RecordText text={title} isQuiet />,
            href: `${at}?direction=${code}`,
            isChosen: code === direction,
          })),
        ]}
      />
    </Filters>
  )
}

const columns = 'gap-x-8 md:columns-2 xl:columns-3'

type Placed = { code: string; initiatives: readonly PlacedInitiative[] }

function InCountry({
  country,
  placed,
  partnership,
}: {
  country: string
  placed: readonly Placed[]
  partnership: string
}) {
  const t = useTranslations('initiatives.regions')
  const nameOf = useRegionName()
  const name = countryName(country, useLocale())
  const regions = placed.map(({ code, initiatives }) => ({
    code,
    name: nameOf(code),
    size: initiatives.length,
  }))
  return (
    <Section title={name} count={t('regions', { count: placed.length })}>
      <div className="flex flex-col gap-5 py-3">
        <RegionMap country={country} regions={regions} />
        <ul className={columns}>
          {placed.map(({ code, initiatives }) => (
            <li key={code} id={code} className="mb-5 scroll-mt-16 target:bg-accent-soft">
              <h3 className="flex items-baseline justify-between gap-3 break-after-avoid border-b border-line pb-1 font-medium">
                {nameOf(code)}
                <span className="text-small font-normal text-ink-2">
                  {t('initiatives', { count: initiatives.length })}
                </span>
              </h3>
              <InitiativeLinks initiatives={initiatives} partnership={partnership} />
            </li>
          ))}
        </ul>
      </div>
    </Section>
  )
}

function InitiativeLinks({
  initiatives,
  partnership,
  className,
}: {
  initiatives: readonly PlacedInitiative[]
  partnership: string
  className?: string
}) {
  return (
    <ul className={className}>
      {initiatives.map(({ code, title, location, own }) => (
        <li key={code} className="break-inside-avoid py-1">
          <Link href={`/${partnership}/initiatives/${code}`} className="quiet-link">
            <Code>{shortCode(code, partnership)}</Code> <RecordText text={title} isQuiet />
          </Link>
          {own && <Own />}
          {location !== null && (
            <span lang="en" className="block text-small text-ink-2">
              {location}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
