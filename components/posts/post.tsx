import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { ChangedMeanwhile } from '#components/audit-events/changed-meanwhile.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Period } from '#components/people/period.tsx'
import { Act } from '#components/ui/act.tsx'
import { Archived } from '#components/ui/archived.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { DateField } from '#components/ui/date-field.tsx'
import { Done } from '#components/ui/done.tsx'
import { Form } from '#components/ui/form.tsx'
import { Page, Section, Trail } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Refused } from '#components/ui/refused.tsx'
import { Select } from '#components/ui/select.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { Code } from '#components/ui/tag.tsx'
import { TextsField } from '#components/ui/texts-field.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import { formatDue } from '#lib/format/due.ts'
import type { PostPage } from '#lib/posts/post.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { maxLength } from '#lib/rules/limits.ts'
import { sideRoles } from '#lib/rules/side-roles.ts'

type Props = {
  found: PostPage
  act: string | undefined
  attempt: Attempt | undefined
}

/** One post: who holds it from when to when, its roles, and what is open on it. `act`: the form that the address opens. */
export function Post({ found, act, attempt, done }: Props & { done: string | undefined }) {
  const t = useTranslations('posts.post')
  const said = useWord((messages) => messages.posts.done)
  const at = `/admin/posts/${found.id}`
  const to = (one: string) => `${at}?act=${one}`
  return (
    <>
      <PageHeader
        title={found.title.text}
        subtitle={<RecordText text={found.organisation.name} isQuiet />}
        back={{ href: `/admin/organisations/${found.organisation.code}`, name: t('back') }}
      />
      <Page isNarrow>
        <Refused attempt={attempt} />
        <Trail
          of={[
            { name: t('organisations'), href: '/admin/organisations' },
            {
              name: <RecordText text={found.organisation.name} isQuiet />,
              href: `/admin/organisations/${found.organisation.code}`,
            },
          ]}
        />
        {done !== undefined && said(done) && <Done>{said(done)}</Done>}
        {found.isArchived && <BringBack found={found} attempt={attempt} />}
        {!found.isArchived && !found.isOurs && <p className="text-ink-2">{t('of-another-admin')}</p>}
        {!found.isArchived && <Acts found={found} act={act} attempt={attempt} />}
        {!found.isArchived && act === undefined && (
          <div className="flex flex-wrap gap-2">
            {found.holder && found.isOurs && <ButtonLink href={to('hand-over')}>{t('hand-over')}</ButtonLink>}
            {found.partnerships.length > 0 && !found.isOwn && (
              <ButtonLink href={to('grant')}>{t('grant')}</ButtonLink>
            )}
            <ButtonLink href={to('change')}>{t('change')}</ButtonLink>
            {found.isOurs && <ButtonLink href={to('archive')}>{t('archive')}</ButtonLink>}
          </div>
        )}
        <Holders found={found} />
        {!found.isArchived && <RolesOf found={found} />}
        {!found.isArchived && <OpenOn found={found} />}
      </Page>
    </>
  )
}

function BringBack({ found, attempt }: Pick<Props, 'found' | 'attempt'>) {
  const t = useTranslations('posts.unarchive')
  return (
    <Archived
      action={`/api/v1/posts/${found.id}/unarchivals`}
      version={found.version}
      attempt={attempt}
      button={t('button')}
    >
      {t('archived')}
    </Archived>
  )
}

function Acts({ found, act, attempt }: Props) {
  const t = useTranslations('posts')
  const role = useTranslations('people.role')
  const at = `/admin/posts/${found.id}`
  const door = `/api/v1/posts/${found.id}`
  const shared = { attempt, back: at }
  if (act === 'change')
    return (
      <Act
        {...shared}
        title={t('change.title')}
        action={`${door}/changes`}
        hidden={{ version: found.version }}
        draft={`posts.change:${found.id}`}
        button={t('change.button')}
      >
        <ChangedMeanwhile />
        <TextsField
          name="title"
          label={t('title')}
          languages={found.languages}
          texts={found.titles}
          maxLength={maxLength.title}
        />
      </Act>
    )
  if (act === 'hand-over' && found.holder && found.isOurs)
    return (
      <Act
        {...shared}
        title={t('hand-over.title')}
        explain={
          <>
            <p>{t('hand-over.explain')}</p>
            {found.open.all > 0 && <p className="mt-1.5">{t('hand-over.open', { count: found.open.all })}</p>}
            {found.steps.map(({ partnership, position }) => (
              <p key={partnership + position} className="mt-1.5">
                {t('post.step', { partnership, position: String(position) })}
              </p>
            ))}
          </>
        }
        action={`${door}/handovers`}
        hidden={{ version: found.holder.appointment }}
        draft={`posts.hand-over:${found.id}`}
        button={t('hand-over.button')}
      >
        <ChangedMeanwhile />
        <Select
          name="person"
          label={t('hand-over.person')}
          hint={t('hand-over.person-hint')}
          none={t('hand-over.nobody')}
          options={found.successors
            .filter(({ id }) => id !== found.holder?.person)
            .map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))}
          isOptional
        />
        <DateField
          name="on"
          label={t('hand-over.on')}
          hint={t('hand-over.on-hint')}
          value={{ on: found.today, precision: 'day' }}
        />
      </Act>
    )
  if (act === 'grant' && !found.isOwn)
    return (
      <Act
        {...shared}
        title={t('grant.title')}
        explain={t('grant.explain')}
        action={`${door}/grants`}
        draft={`posts.grant:${found.id}`}
        button={t('grant.button')}
      >
        <Select
          name="role"
          label={t('grant.role')}
          options={sideRoles.map((value) => ({ value, label: role(value) }))}
        />
        <Select
          name="partnership"
          label={t('grant.partnership')}
          options={found.partnerships.map(({ code, title }) => ({
            value: code,
            label: `${code} · ${title.text}`,
          }))}
        />
      </Act>
    )
  if (act === 'archive')
    return (
      <Act
        {...shared}
        title={t('archive.title')}
        explain={t('archive.explain')}
        action={`${door}/archivals`}
        hidden={{ version: found.version }}
        button={t('archive.button')}
        kind="danger"
      >
        <ChangedMeanwhile />
      </Act>
    )
  return null
}

function Holders({ found }: { found: PostPage }) {
  const t = useTranslations('posts.post')
  const { appointments, today } = found
  const isHeld = appointments.some(({ from, to }) => from <= today && (to === null || to >= today))
  return (
    <Section title={t('holders')}>
      {!isHeld && <p className="py-2.5 text-ink-2">{t('vacant')}</p>}
      <ul className="divide-y divide-line">
        {appointments.map(({ id, person, name, from, to }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-5 py-2.5">
            <Link href={`/admin/people/${person}`} className="quiet-link font-medium">
              {name}
            </Link>
            <span className="text-small text-ink-2">
              <Period from={from} to={to} today={today} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function RolesOf({ found }: { found: PostPage }) {
  const t = useTranslations('posts.post')
  const word = useWord((messages) => messages.people.role)
  return (
    <Section title={t('roles')}>
      {found.roles.length === 0 && <p className="py-2.5 text-ink-2">{t('no-roles')}</p>}
      {found.isOwn && <p className="py-2.5 text-ink-2">{t('own')}</p>}
      <ul className="divide-y divide-line">
        {found.roles.map(({ grant, role, partnership, isOurs }) => (
          <li key={grant} className="flex flex-wrap items-center justify-between gap-x-5 gap-y-1 py-2">
            <span>
              {word(role) ?? role}
              {partnership !== null && <span className="text-ink-2"> · {partnership}</span>}
            </span>
            {isOurs && (
              <Form
                action={`/api/v1/grants/${grant}/revocations`}
                hidden={{ id: newId() }}
                className="contents"
              >
                <Submit kind="quiet">{t('revoke')}</Submit>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What whoever holds the post has to do: the same before a handover and after it. */
function OpenOn({ found: { open, steps } }: { found: PostPage }) {
  const t = useTranslations('posts.post')
  const language = useLocale()
  return (
    <Section title={t('open')} count={t('open-count', { count: open.all })}>
      {open.all === 0 && steps.length === 0 && <p className="py-2.5 text-ink-2">{t('nothing-open')}</p>}
      <ul className="divide-y divide-line">
        {steps.map(({ partnership, position }) => (
          <li key={partnership + position} className="py-2">
            {t('step', { partnership, position: String(position) })}
          </li>
        ))}
        {open.milestones.map(({ code, partnership, title, due }) => (
          <li key={code} className="flex flex-wrap items-baseline justify-between gap-x-5 py-2">
            <Link href={`/${partnership}/milestones/${code}`} className="quiet-link min-w-0">
              <Code>{code}</Code> <RecordText text={title} isQuiet />
            </Link>
            {due && <span className="text-small text-ink-2">{formatDue(due, language)}</span>}
          </li>
        ))}
      </ul>
      {open.all > open.milestones.length && (
        <p className="py-2 text-ink-2">{t('more', { count: open.all - open.milestones.length })}</p>
      )}
      <p className="mt-2 text-small text-ink-2">{t('own-in-my-work')}</p>
    </Section>
  )
}
