import { useTranslations } from 'next-intl'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Act } from '#components/ui/act.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Done } from '#components/ui/done.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Refused } from '#components/ui/refused.tsx'
import { Words } from '#components/ui/words.tsx'
import type { AcceptanceStepList } from '#lib/acceptance-steps/list.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { StepFields } from './fields.tsx'

const at = '/admin/acceptance-steps'

/** The chains that the side's reports pass, one a partnership; that of `found.opened` with its form. */
export function AcceptanceSteps({
  found,
  act,
  attempt,
  done,
}: {
  found: AcceptanceStepList
  act: string | undefined
  attempt: Attempt | undefined
  done: string | undefined
}) {
  const t = useTranslations('acceptance-steps')
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('count', { count: found.chains.length })} />
      <Page isNarrow>
        <Refused attempt={attempt} />
        {done === 'change' && <Done>{t('done')}</Done>}
        <p className="text-ink-2">{t('explain')}</p>
        {found.chains.length === 0 && <Empty title={t('none')} />}
        {found.chains.map((chain) => (
          <Section
            key={chain.code}
            title={<RecordText text={chain.title} isQuiet />}
            count={t('steps', { count: Math.max(chain.steps.length, 1) })}
          >
            {act === 'change' && found.opened === chain.code ? (
              <div className="mt-3">
                <Act
                  title={t('change.title')}
                  explain={t('change.explain')}
                  action={`/api/v1/partnerships/${chain.code}/acceptance-steps`}
                  hidden={{ version: chain.version }}
                  attempt={attempt}
                  draft={`acceptance-steps.change:${chain.code}`}
                  button={t('change.button')}
                  back={at}
                >
                  <Words of={['acceptance-steps']}>
                    <StepFields chain={chain} />
                  </Words>
                </Act>
              </div>
            ) : (
              <>
                <ol className="divide-y divide-line">
                  {(chain.steps.length > 0 ? chain.steps : [{ id: 'any', post: null }]).map(
                    ({ id, post }, n) => (
                      <li key={id} className="flex gap-3 py-2.5">
                        <span className="w-4 text-end text-ink-3">{n + 1}</span>
                        {post ? (
                          <span>
                            <RecordText text={post.title} isQuiet />
                            <span className="text-ink-2">
                              , <RecordText text={post.organisation} isQuiet />
                            </span>
                          </span>
                        ) : (
                          t('any-staff')
                        )}
                      </li>
                    ),
                  )}
                </ol>
                <p className="mt-2">
                  <ButtonLink href={`${at}?act=change&partnership=${chain.code}`}>
                    {t('change.open')}
                  </ButtonLink>
                </p>
              </>
            )}
          </Section>
        ))}
      </Page>
    </>
  )
}
