import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Act } from '#components/ui/act.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import type { CountryPage } from '#lib/countries/country.ts'
import type { Attempt } from '#lib/runner/attempts.ts'

/** Asks before a country is put away, and says what depends on it. `page`: the address without this form. */
export function ArchiveCountry({
  found,
  attempt,
  page,
}: {
  found: CountryPage
  attempt: Attempt | undefined
  page: string
}) {
  const t = useTranslations('countries.archive')
  return (
    <Act
      title={t('title')}
      explain={<Depends found={found} />}
      action={`/api/v1/countries/${found.country.code}/archivals`}
      hidden={{ version: found.country.version }}
      attempt={attempt}
      button={t('button')}
      kind="danger"
      back={page}
    />
  )
}

function Depends({ found: { country, depends } }: { found: CountryPage }) {
  const t = useTranslations('countries.depends')
  const { organisations, archivedOrganisations, people } = depends
  const [partnership] = country.partnerships
  const isNothing =
    !partnership && organisations === 0 && archivedOrganisations === 0 && (people === null || people === 0)
  return (
    <>
      <p>{isNothing ? t('nothing') : t('title')}</p>
      {!isNothing && (
        <ul className="mt-1 list-disc pl-5">
          {partnership && (
            <li>
              {t('partnerships', { count: country.partnerships.length })}
              <ul className="flex flex-wrap gap-x-3">
                {country.partnerships.map(({ code, title }) => (
                  <li key={code}>
                    <Link href={`/admin/partnerships/${code}`} className="link">
                      <RecordText text={title} isQuiet />
                    </Link>
                  </li>
                ))}
              </ul>
            </li>
          )}
          {organisations > 0 && (
            <li>
              {partnership ? (
                <Link href={`/${partnership.code}/organisations?country=${country.code}`} className="link">
                  {t('organisations', { count: organisations })}
                </Link>
              ) : (
                t('organisations', { count: organisations })
              )}
            </li>
          )}
          {archivedOrganisations > 0 && (
            <li>{t('archived-organisations', { count: archivedOrganisations })}</li>
          )}
          {people !== null && people > 0 && <li>{t('people', { count: people })}</li>}
        </ul>
      )}
      {people === null && <p className="mt-1.5">{t('registry')}</p>}
      <p className="mt-1.5">{t('stays')}</p>
    </>
  )
}
