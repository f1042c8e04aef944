import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { Form } from '#components/ui/form.tsx'
import { Section } from '#components/ui/page.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { Code } from '#components/ui/tag.tsx'
import type { KeptInitiative } from '#lib/initiatives/kept.ts'
import { shortCode } from '#lib/rules/codes.ts'

const kinds = ['milestones', 'reports', 'money', 'facts', 'indicators', 'decisions'] as const

/** What hangs on the initiative, and the button that puts it away. */
export function ArchiveInitiative({ found: { initiative, dependents } }: { found: KeptInitiative }) {
  const t = useTranslations('initiatives.archive')
  const hanging = kinds.filter((kind) => dependents[kind] > 0)
  return (
    <Section title={t('title')}>
      <div className="flex flex-col items-start gap-3 pt-3">
        <p className="text-ink-2">{t('explained')}</p>
        {hanging.length === 0 ? (
          <p>{t('nothing')}</p>
        ) : (
          <div>
            <p>{t('hangs')}</p>
            <ul className="list-disc pl-5">
              {hanging.map((kind) => (
                <li key={kind}>{t(kind, { count: dependents[kind] })}</li>
              ))}
            </ul>
          </div>
        )}
        <Form
          action={`/api/v1/initiatives/${initiative.code}/archivals`}
          hidden={{ id: newId(), version: initiative.version }}
        >
          <Submit kind="danger">{t('button')}</Submit>
        </Form>
      </div>
    </Section>
  )
}

/** The way to those of its milestones that were put away. */
export function ArchivedMilestones({ found: { dependents, offered } }: { found: KeptInitiative }) {
  const t = useTranslations('initiatives.archive')
  const { code: partnership } = offered.partnership
  if (dependents.archived.length === 0) return null
  return (
    <Section title={t('earlier')} count={dependents.archived.length}>
      <ul className="divide-y divide-line">
        {dependents.archived.map(({ code, title }) => (
          <li key={code} className="py-2">
            <Link href={`/${partnership}/milestones/${code}/change`} className="quiet-link">
              <Code>{shortCode(code, partnership)}</Code> <RecordText text={title} isQuiet />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
