import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Act } from '#components/ui/act.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { KeptList } from '#components/ui/kept-list.tsx'
import { Page } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Refused } from '#components/ui/refused.tsx'
import type { ListedPerson, PeopleList } from '#lib/people/list.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { PersonFields } from './fields.tsx'
import { Roles } from './roles.tsx'

const at = '/admin/people'

/** The people of the admin's country. `act`: the form that the address opens. */
export function People({
  found,
  act,
  attempt,
}: {
  found: PeopleList
  act: string | undefined
  attempt: Attempt | undefined
}) {
  const t = useTranslations('people.list')
  const { people, total, filter } = found
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('count', { count: total })}
        actions={
          <ButtonLink href={`${at}?act=create`} kind="main">
            {t('create')}
          </ButtonLink>
        }
      />
      <Page>
        <Refused attempt={attempt} />
        {act === 'create' && (
          <Act
            title={t('create-title')}
            explain={t('create-explain')}
            action="/api/v1/people"
            attempt={attempt}
            draft="people.create"
            button={t('create')}
            back={at}
          >
            <PersonFields />
          </Act>
        )}
        <KeptList
          at={at}
          filter={filter}
          away="deactivated"
          words={{
            search: t('search'),
            away: t('deactivated'),
            none: t('none'),
            noneAway: t('none-deactivated'),
            noneFound: t('none-found'),
            create: t('create'),
            showAll: t('show-all'),
          }}
          page={found}
        >
          {people.map((person) => (
            <Row key={person.id} person={person} />
          ))}
        </KeptList>
      </Page>
    </>
  )
}

function Row({ person: { id, name, email, posts } }: { person: ListedPerson }) {
  const t = useTranslations('people.list')
  return (
    <li className="grid gap-x-5 gap-y-1 py-2.5 md:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
      <span className="min-w-0">
        <Link href={`${at}/${id}`} className="quiet-link font-medium">
          {name}
        </Link>
        <span className="block truncate text-small text-ink-2">{email}</span>
      </span>
      {posts.length === 0 ? (
        <span className="text-ink-3">{t('no-post')}</span>
      ) : (
        <ul className="flex min-w-0 flex-col gap-1.5">
          {posts.map((post) => (
            <li
              key={post.id}
              className="grid items-baseline gap-x-5 gap-y-1 lg:grid-cols-[minmax(0,1fr)_14rem]"
            >
              <span>
                <Link href={`/admin/posts/${post.id}`} className="quiet-link">
                  <RecordText text={post.title} isQuiet />
                </Link>
                <span className="text-ink-2">
                  , <RecordText text={post.organisation} isQuiet />
                </span>
              </span>
              <Roles of={post.roles} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
