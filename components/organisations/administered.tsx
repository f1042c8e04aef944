import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Roles } from '#components/people/roles.tsx'
import { Act } from '#components/ui/act.tsx'
import { Archived } from '#components/ui/archived.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Done } from '#components/ui/done.tsx'
import { Fact, Facts } from '#components/ui/facts.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Refused } from '#components/ui/refused.tsx'
import { Code } from '#components/ui/tag.tsx'
import { TextsField } from '#components/ui/texts-field.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import { WhatDepends } from '#components/ui/what-depends.tsx'
import { ChangedMeanwhile } from '#components/audit-events/changed-meanwhile.tsx'
import { countryName } from '#lib/format/country.ts'
import { languageName } from '#lib/format/language-name.ts'
import type { OrganisationAdministered, PostInOrganisation } from '#lib/organisations/administered.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { maxLength } from '#lib/rules/limits.ts'
import { OrganisationFields } from './fields.tsx'

/** One organisation as the admin of its side keeps it. `act`: the form that the address opens. */
export function AdministeredOrganisation({
  found,
  act,
  attempt,
  done,
}: {
  found: OrganisationAdministered
  act: string | undefined
  attempt: Attempt | undefined
  done: string | undefined
}) {
  const t = useTranslations('organisations.administered')
  const said = useWord((messages) => messages.organisations.done)
  const at = `/admin/organisations/${found.code}`
  return (
    <>
      <PageHeader
        title={found.name.text}
        subtitle={<Code>{found.code}</Code>}
        back={{ href: '/admin/organisations', name: t('back') }}
        actions={
          found.isArchived ? undefined : (
            <>
              <ButtonLink href={`${at}?act=change`}>{t('change')}</ButtonLink>
              <ButtonLink href={`${at}?act=archive`}>{t('archive')}</ButtonLink>
            </>
          )
        }
      />
      <Page aside={<About found={found} />}>
        <Refused attempt={attempt} />
        {done !== undefined && said(done) && <Done>{said(done)}</Done>}
        {found.isArchived && <BringBack found={found} attempt={attempt} />}
        {!found.isArchived && <Acts found={found} at={at} act={act} attempt={attempt} />}
        <Section title={t('posts-title')} count={t('posts', { count: found.posts.length })}>
          {found.posts.length === 0 && <p className="py-2.5 text-ink-2">{t('no-posts')}</p>}
          <ul className="divide-y divide-line">
            {found.posts.map((post) => (
              <PostRow key={post.id} post={post} />
            ))}
          </ul>
          {!found.isArchived && act !== 'create-post' && (
            <p className="mt-3">
              <ButtonLink href={`${at}?act=create-post`}>{t('create-post')}</ButtonLink>
            </p>
          )}
        </Section>
        {found.archivedPosts.length > 0 && (
          <Section title={t('archived-posts')} count={found.archivedPosts.length}>
            <ul className="divide-y divide-line">
              {found.archivedPosts.map(({ id, title }) => (
                <li key={id} className="py-2.5">
                  <Link href={`/admin/posts/${id}`} className="quiet-link">
                    <RecordText text={title} />
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Page>
    </>
  )
}

function BringBack({ found, attempt }: { found: OrganisationAdministered; attempt: Attempt | undefined }) {
  const t = useTranslations('organisations')
  return (
    <Archived
      action={`/api/v1/organisations/${found.code}/unarchivals`}
      version={found.version}
      attempt={attempt}
      button={t('unarchive.button')}
    >
      {t('administered.is-archived')}
    </Archived>
  )
}

function Acts({
  found,
  at,
  act,
  attempt,
}: {
  found: OrganisationAdministered
  at: string
  act: string | undefined
  attempt: Attempt | undefined
}) {
  const t = useTranslations('organisations.administered')
  const post = useTranslations('posts')
  const door = `/api/v1/organisations/${found.code}`
  const hidden = { version: found.version }
  if (act === 'change')
    return (
      <Act
        title={t('change-title')}
        action={`${door}/changes`}
        hidden={hidden}
        attempt={attempt}
        draft={`organisations.change:${found.code}`}
        button={t('save')}
        back={at}
      >
        <ChangedMeanwhile />
        <OrganisationFields {...found} />
      </Act>
    )
  if (act === 'archive')
    return (
      <Act
        title={t('archive-title')}
        explain={<Depends found={found} />}
        action={`${door}/archivals`}
        hidden={hidden}
        attempt={attempt}
        button={t('archive')}
        kind="danger"
        back={at}
      />
    )
  if (act === 'create-post')
    return (
      <Act
        title={t('create-post')}
        explain={post('create-explain')}
        action="/api/v1/posts"
        hidden={{ organisation: found.code }}
        attempt={attempt}
        draft={`posts.create:${found.code}`}
        button={t('create-post')}
        back={at}
      >
        <TextsField
          name="title"
          label={post('title')}
          languages={found.languages}
          maxLength={maxLength.title}
        />
      </Act>
    )
  return null
}

/** What depends on it, before it is archived. */
function Depends({
  found: { depends, posts },
}: {
  found: Pick<OrganisationAdministered, 'depends' | 'posts'>
}) {
  const t = useTranslations('organisations.depends')
  const held = posts.filter(({ holder }) => holder !== null).length
  const lines = [
    depends.leadsSides.length > 0 && t('leads-side', { partnerships: depends.leadsSides.join(', ') }),
    held > 0 && t('held', { count: held }),
    posts.length > held && t('posts', { count: posts.length - held }),
    depends.initiatives > 0 && t('initiatives', { count: depends.initiatives }),
    depends.milestones > 0 &&
      t('milestones', { count: depends.milestones, open: String(depends.openMilestones) }),
    depends.finance > 0 && t('finance', { count: depends.finance }),
    depends.decisions > 0 && t('decisions', { count: depends.decisions }),
  ]
  return <WhatDepends lines={lines} words={{ title: t('title'), nothing: t('nothing'), stays: t('stays') }} />
}

function PostRow({ post: { id, title, holder, roles } }: { post: PostInOrganisation }) {
  const t = useTranslations('organisations.administered')
  return (
    <li className="grid items-baseline gap-x-5 gap-y-1 py-2.5 lg:grid-cols-[minmax(0,1fr)_14rem_14rem]">
      <Link href={`/admin/posts/${id}`} className="quiet-link font-medium">
        <RecordText text={title} />
      </Link>
      {holder ? (
        <Link href={`/admin/people/${holder.person}`} className="quiet-link">
          {holder.name}
        </Link>
      ) : (
        <span className="text-ink-3">{t('vacant')}</span>
      )}
      <Roles of={roles} />
    </li>
  )
}

function About({ found }: { found: OrganisationAdministered }) {
  const t = useTranslations('organisations')
  const kind = useWord((messages) => messages.organisations.kind)
  const type = useWord((messages) => messages.organisations['iati-type'])
  const reader = useLocale()
  return (
    <section className="panel px-4 py-3.5">
      <Facts>
        {Object.entries(found.names).map(([language, { text, stale }]) => (
          <Fact key={language} name={languageName(language, reader)}>
            <span lang={language}>{text}</span>
            {stale && <span className="block text-small text-warn">{t('administered.stale')}</span>}
          </Fact>
        ))}
        {found.acronym !== null && <Fact name={t('fields.acronym')}>{found.acronym}</Fact>}
        <Fact name={t('fields.kind')}>{kind(found.kind) ?? found.kind}</Fact>
        <Fact name={t('fields.iati-type')}>
          {found.iatiType} · {type(found.iatiType)}
        </Fact>
        <Fact name={t('administered.country')}>
          {found.countries.map((code) => countryName(code, reader)).join(', ')}
        </Fact>
      </Facts>
    </section>
  )
}
