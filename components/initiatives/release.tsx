import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { v7 as newId } from 'uuid'
import { ChangedMeanwhile } from '#components/milestones/changed-meanwhile.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import { Section } from '#components/ui/page.tsx'
import { PickField } from '#components/ui/pick-field.tsx'
import { Submit } from '#components/ui/submit.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { KeptInitiative } from '#lib/initiatives/kept.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { shortCode } from '#lib/rules/codes.ts'
import { maxLength } from '#lib/rules/limits.ts'

/** The way to the form below. `page`: the address of the form to change the initiative. */
export function ReleaseLink({ found: { release }, page }: { found: KeptInitiative; page: string }) {
  const t = useTranslations('initiatives.release')
  if (release === null) return null
  return (
    <Section title={t(`button.${release.to}`)}>
      <div className="flex flex-col items-start gap-3 pt-3">
        <p className="text-ink-2">{t(`explained.${release.to}`)}</p>
        <ButtonLink href={`${page}?act=release`}>{t(`open.${release.to}`)}</ButtonLink>
      </div>
    </Section>
  )
}

/** Opens the initiative to both sides, or to everybody, with those of its milestones that are named. */
export function ReleaseInitiative({
  found: { initiative, offered, release },
  attempt,
  page,
}: {
  found: KeptInitiative
  attempt: Attempt | undefined
  page: string
}) {
  const t = useTranslations('initiatives.release')
  const form = useTranslations('initiatives.form')
  if (release === null) return null
  const { code: partnership } = offered.partnership
  return (
    <Form
      action={`/api/v1/initiatives/${initiative.code}/releases`}
      hidden={{ id: newId(), version: initiative.version, to: release.to }}
      attempt={attempt}
      draft={`initiatives.release:${initiative.code}`}
      className="flex flex-col gap-6"
    >
      <ChangedMeanwhile />
      <p className="text-ink-2">{t(`explained.${release.to}`)}</p>
      {release.along.length > 0 && (
        <PickField
          name="along"
          label={t('along')}
          hint={t('along-hint')}
          options={release.along.map(({ code, title }) => ({
            value: code,
            label: `${shortCode(code, partnership)} ${title.text}`,
            language: title.language,
          }))}
          chosen={[]}
        />
      )}
      <TextArea
        name="reason"
        label={t('reason')}
        hint={t('reason-hint')}
        rows={3}
        maxLength={maxLength.reason}
      />
      <div className="flex flex-wrap gap-2">
        <Submit>{t(`button.${release.to}`)}</Submit>
        <Link href={page} className="button" data-kind="quiet">
          {form('cancel')}
        </Link>
      </div>
    </Form>
  )
}
