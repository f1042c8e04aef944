import { useLocale, useTranslations } from 'next-intl'
import { AdministeredDirections } from '#components/directions/administered.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { FirstAdmin } from '#components/people/first-admin.tsx'
import { Archived } from '#components/ui/archived.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Done } from '#components/ui/done.tsx'
import { Fact, Facts } from '#components/ui/facts.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { Page } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Refused } from '#components/ui/refused.tsx'
import { formatDue } from '#lib/format/due.ts'
import { languageName } from '#lib/format/language-name.ts'
import type { PartnershipAdministration } from '#lib/partnerships/administration.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { ArchivePartnership } from './archive.tsx'
import { ChangePartnership } from './change.tsx'
import { AdministeredSides } from './sides.tsx'

/** The form that the address opens, of which direction or side, what came back refused, and the command that led here. */
export type Opened = {
  act: string | undefined
  direction: string | undefined
  side: string | undefined
  attempt: Attempt | undefined
  done: string | undefined
}

/** A partnership as the installation's admin keeps it: itself, its directions, its sides. `link`: the whole address of
 *  the one-time link that was just made. */
export function AdministeredPartnership({
  found,
  link,
  opened,
}: {
  found: PartnershipAdministration
  link: string | null
  opened: Opened
}) {
  const t = useTranslations('partnerships.administration')
  const { partnership, sides } = found
  const page = `/admin/partnerships/${partnership.code}`
  const appointed = sides.find(({ country, lacksAdmin }) => lacksAdmin && country === opened.side)
  return (
    <>
      <PageHeader
        title={
          <span className="flex items-center gap-2">
            <span className="flex flex-none gap-1">
              {sides.map(({ country }) => (
                <Flag key={country} code={country} className="size-4.5" />
              ))}
            </span>
            <span lang={partnership.title.language}>{partnership.title.text}</span>
          </span>
        }
        back={{ href: '/admin/partnerships', name: t('back') }}
        actions={<ButtonLink href={`/${partnership.code}/overview`}>{t('to-it')}</ButtonLink>}
      />
      <Page>
        <Refused attempt={opened.attempt} />
        <WhatWasDone done={opened.done} />
        {partnership.isArchived && <BringBack partnership={partnership} attempt={opened.attempt} />}
        <Itself found={found} opened={opened} page={page} />
        {opened.act === 'admin' && appointed && !partnership.isArchived ? (
          <FirstAdmin
            partnership={partnership}
            side={appointed}
            attempt={opened.attempt}
            page={`${page}#sides`}
          />
        ) : (
          <AdministeredSides
            sides={sides}
            isArchived={partnership.isArchived}
            link={link}
            page={page}
            done={opened.done}
          />
        )}
        <AdministeredDirections found={found} opened={opened} page={page} />
      </Page>
    </>
  )
}

function WhatWasDone({ done }: { done: string | undefined }) {
  const partnerships = useTranslations('partnerships')
  const directions = useTranslations('directions')
  const people = useTranslations('people')
  const words: Readonly<Record<string, string>> = {
    'partnerships.create': partnerships('create.done'),
    'partnerships.change': partnerships('change.done'),
    'partnerships.archive': partnerships('archive.done'),
    'partnerships.unarchive': partnerships('unarchive.done'),
    'directions.create': directions('create.done'),
    'directions.change': directions('change.done'),
    'directions.archive': directions('archive.done'),
    'directions.unarchive': directions('unarchive.done'),
    'directions.reorder': directions('reorder.done'),
    'people.appoint-first-admin': people('appoint-first-admin.done'),
  }
  const said = done === undefined ? undefined : words[done]
  return said !== undefined && <Done>{said}</Done>
}

function BringBack({
  partnership: { code, version },
  attempt,
}: {
  partnership: PartnershipAdministration['partnership']
  attempt: Attempt | undefined
}) {
  const t = useTranslations('partnerships')
  return (
    <Archived
      action={`/api/v1/partnerships/${code}/unarchivals`}
      version={version}
      attempt={attempt}
      button={t('unarchive.button')}
    >
      {t('administration.is-archived')}
    </Archived>
  )
}

/** What it is, or the form that changes it or puts it away. */
function Itself({
  found,
  opened: { act, attempt },
  page,
}: {
  found: PartnershipAdministration
  opened: Opened
  page: string
}) {
  const isOpen = !found.partnership.isArchived
  if (isOpen && act === 'change') return <ChangePartnership found={found} attempt={attempt} page={page} />
  return (
    <>
      {isOpen && act === 'archive' && <ArchivePartnership found={found} attempt={attempt} page={page} />}
      <About found={found} page={page} />
    </>
  )
}

function About({ found: { partnership }, page }: { found: PartnershipAdministration; page: string }) {
  const t = useTranslations('partnerships.field')
  const countries = useTranslations('countries')
  const archive = useTranslations('partnerships.archive')
  const language = useLocale()
  return (
    <section className="flex flex-col items-start gap-3">
      <Facts>
        <Fact name={t('code')}>
          <span className="code">{partnership.code}</span>
        </Fact>
        <Fact name={t('programme')}>
          <RecordText text={partnership.programme} />
        </Fact>
        <Fact name={t('period')}>
          {formatDue(partnership.starts, language)} – {formatDue(partnership.ends, language)}
        </Fact>
        <Fact name={t('languages')}>
          {partnership.languages.map((one) => languageName(one, language)).join(', ')}
        </Fact>
        {partnership.note !== null && <Fact name={countries('field.note')}>{partnership.note}</Fact>}
      </Facts>
      {!partnership.isArchived && (
        <div className="flex flex-wrap items-center gap-2">
          <ButtonLink href={`${page}?act=change`}>{countries('change.title')}</ButtonLink>
          <ButtonLink href={`${page}?act=archive`}>{archive('open')}</ButtonLink>
        </div>
      )}
    </section>
  )
}
