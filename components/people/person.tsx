import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { ChangedMeanwhile } from '#components/audit-events/changed-meanwhile.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Act } from '#components/ui/act.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { DateField } from '#components/ui/date-field.tsx'
import { Done } from '#components/ui/done.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Refused } from '#components/ui/refused.tsx'
import { Select } from '#components/ui/select.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import { Words } from '#components/ui/words.tsx'
import { formatMoment } from '#lib/format/date.ts'
import type { PersonPage } from '#lib/people/person.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { PersonFields } from './fields.tsx'
import { LinkShown } from './link-shown.tsx'
import { Period } from './period.tsx'
import { Roles } from './roles.tsx'

/** One person of the admin's country: account and posts. `linkAddress`: the whole address of the one-time link that was just
 *  made; `act`: the form that the address opens. */
export function Person({
  found,
  linkAddress,
  act,
  attempt,
  done,
}: {
  found: PersonPage
  linkAddress: string | null
  act: string | undefined
  attempt: Attempt | undefined
  done: string | undefined
}) {
  const t = useTranslations('people.person')
  const said = useWord((messages) => messages.people.done)
  const language = useLocale()
  const { link, appointments, today } = found
  const at = `/admin/people/${found.id}`
  const to = (one: string) => `${at}?act=${one}`
  const isOpen = !found.isDeactivated
  return (
    <>
      <PageHeader
        title={found.name}
        subtitle={
          <>
            <span>{found.email}</span>
            {found.isDeactivated && <Tag tone="warn">{t('deactivated')}</Tag>}
          </>
        }
        back={{ href: '/admin/people', name: t('back') }}
      />
      <Page isNarrow>
        <Refused attempt={attempt} />
        {done !== undefined && said(done) && <Done>{said(done)}</Done>}
        {link && linkAddress !== null && (
          <section className="rounded-card border border-accent bg-accent-soft px-4 py-3.5">
            <h2 className="text-lead font-medium">{t('link-title', { name: found.name })}</h2>
            <p className="mt-1 mb-3 text-ink-2">
              {t('link-explain', { until: formatMoment(new Date(link.until), 'UTC', language) })}
            </p>
            <Words of={['people.link']}>
              <LinkShown address={linkAddress} />
            </Words>
          </section>
        )}
        {!found.isOurs && (
          <p className="text-ink-2">{t(found.isOursToClose ? 'of-archived' : 'of-another-admin')}</p>
        )}
        {(found.isOurs || (found.isOursToClose && act === 'deactivate')) && (
          <Acts found={found} at={at} act={act} attempt={attempt} />
        )}
        {found.isOursToClose && act === undefined && (
          <div className="flex flex-wrap gap-2">
            {found.isOurs && isOpen && !found.isViewer && (
              <ButtonLink href={to('appoint')}>{t('appoint')}</ButtonLink>
            )}
            {found.isOurs && isOpen && <ButtonLink href={to('link')}>{t('link')}</ButtonLink>}
            {found.isOurs && <ButtonLink href={to('change')}>{t('change')}</ButtonLink>}
            {isOpen && !found.isViewer && <ButtonLink href={to('deactivate')}>{t('deactivate')}</ButtonLink>}
            {found.isOurs && !isOpen && <ButtonLink href={to('reactivate')}>{t('reactivate')}</ButtonLink>}
          </div>
        )}
        <Section title={t('posts')} count={t('count', { count: appointments.length })}>
          {appointments.length === 0 ? (
            <div className="mt-3">
              <Empty title={t('no-posts')}>{t('no-posts-what')}</Empty>
            </div>
          ) : (
            <ul className="divide-y divide-line">
              {appointments.map((one) => (
                <li key={one.id} className="flex flex-col gap-1 py-2.5">
                  <span className="flex flex-wrap items-baseline justify-between gap-x-5">
                    <Link href={`/admin/posts/${one.post}`} className="quiet-link font-medium">
                      <RecordText text={one.title} />
                    </Link>
                    <span className="text-small text-ink-2">
                      <Period from={one.from} to={one.to} today={today} />
                    </span>
                  </span>
                  <span className="text-ink-2">
                    <RecordText text={one.organisation} isQuiet />
                  </span>
                  {(one.to === null || one.to >= today) && <Roles of={one.roles} />}
                </li>
              ))}
            </ul>
          )}
        </Section>
      </Page>
    </>
  )
}

function Acts({
  found,
  at,
  act,
  attempt,
}: {
  found: PersonPage
  at: string
  act: string | undefined
  attempt: Attempt | undefined
}) {
  const t = useTranslations('people')
  const door = `/api/v1/people/${found.id}`
  const shared = { attempt, back: at }
  const hidden = { version: found.version }
  const held = found.appointments.filter(({ to }) => to === null || to >= found.today)
  if (act === 'change')
    return (
      <Act
        {...shared}
        title={t('change.title')}
        action={`${door}/changes`}
        hidden={hidden}
        draft={`people.change:${found.id}`}
        button={t('change.button')}
      >
        <ChangedMeanwhile />
        <PersonFields name={found.name} email={found.email} language={found.language} />
      </Act>
    )
  if (act === 'appoint' && found.vacant.length === 0)
    return <Empty title={t('appoint.no-vacant')}>{t('appoint.no-vacant-what')}</Empty>
  if (act === 'appoint')
    return (
      <Act
        {...shared}
        title={t('appoint.title', { name: found.name })}
        explain={t('appoint.explain')}
        action={`${door}/appointments`}
        draft={`people.appoint:${found.id}`}
        button={t('appoint.button')}
      >
        <Select
          name="post"
          label={t('appoint.post')}
          none={t('appoint.choose')}
          options={found.vacant.map(({ id, title, organisation }) => ({
            value: id,
            label: `${title.text} · ${organisation.text}`,
          }))}
        />
        <DateField
          name="from"
          label={t('appoint.from')}
          hint={t('appoint.from-hint')}
          value={{ on: found.today, precision: 'day' }}
        />
      </Act>
    )
  if (act === 'link')
    return (
      <Act
        {...shared}
        title={t('link.title')}
        explain={t('link.explain', { name: found.name })}
        action={`${door}/links`}
        button={t('link.button')}
      />
    )
  if (act === 'deactivate')
    return (
      <Act
        {...shared}
        title={t('deactivate.title', { name: found.name })}
        explain={
          <>
            <p>{t('deactivate.explain')}</p>
            {held.length > 0 && (
              <>
                <p className="mt-1.5">{t('deactivate.held')}</p>
                <ul className="mt-1 list-disc pl-5">
                  {held.map(({ id, post, title }) => (
                    <li key={id}>
                      <Link href={`/admin/posts/${post}?act=hand-over`} className="underline">
                        <RecordText text={title} isQuiet />
                      </Link>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        }
        action={`${door}/deactivations`}
        hidden={hidden}
        button={t('deactivate.button')}
        kind="danger"
      >
        <ChangedMeanwhile />
      </Act>
    )
  if (act === 'reactivate')
    return (
      <Act
        {...shared}
        title={t('reactivate.title', { name: found.name })}
        explain={t('reactivate.explain')}
        action={`${door}/reactivations`}
        hidden={hidden}
        button={t('reactivate.button')}
      >
        <ChangedMeanwhile />
      </Act>
    )
  return null
}
