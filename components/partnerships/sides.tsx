import { useLocale, useTranslations } from 'next-intl'
import { LinkShown } from '#components/people/link-shown.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Words } from '#components/ui/words.tsx'
import { countryName } from '#lib/format/country.ts'
import type { AdministeredSide } from '#lib/partnerships/administration.ts'

/** Both sides with what leads them, and whether somebody administers them; and the link that was just made. */
export function AdministeredSides({
  sides,
  isArchived,
  link,
  page,
  done,
}: {
  sides: readonly AdministeredSide[]
  isArchived: boolean
  link: string | null
  page: string
  done: string | undefined
}) {
  const t = useTranslations('partnerships')
  const people = useTranslations('people.appoint-first-admin')
  const language = useLocale()
  return (
    <section id="sides" className="flex flex-col gap-3">
      <h2 className="border-b border-line pb-2 text-lead font-medium">{t('administration.sides')}</h2>
      {link !== null && (
        <div className="flex flex-col gap-2 rounded-card border border-warn/50 bg-warn-soft px-3.5 py-3">
          <p>{people('link')}</p>
          <Words of={['people.link']}>
            <LinkShown address={link} />
          </Words>
        </div>
      )}
      {link === null && done === 'people.appoint-first-admin' && (
        <p className="text-ink-2">{people('known')}</p>
      )}
      <ul className="divide-y divide-line">
        {sides.map(({ country, lead, lacksAdmin, organisations }) => {
          const leading = organisations.find(({ code }) => code === lead)
          return (
            <li key={country} className="flex flex-wrap items-center gap-x-5 gap-y-2 py-2.5">
              <span className="flex min-w-52 items-center gap-2 font-medium">
                <Flag code={country} />
                {countryName(country, language)}
              </span>
              <span className="min-w-0 flex-1 basis-72 text-ink-2">
                {leading ? <RecordText text={leading.name} /> : t('field.no-lead')}
              </span>
              <span className={lacksAdmin ? 'text-warn' : 'text-ink-2'}>
                {t(lacksAdmin ? 'administration.lacks-admin' : 'administration.has-admin')}
              </span>
              {lacksAdmin && !isArchived && (
                <ButtonLink href={`${page}?act=admin&side=${country}`}>
                  {people('open')}
                  <span className="sr-only">: {countryName(country, language)}</span>
                </ButtonLink>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
