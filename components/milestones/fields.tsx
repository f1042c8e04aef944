import { useLocale, useTranslations } from 'next-intl'
import { DateField } from '#components/ui/date-field.tsx'
import { DraftState } from '#components/ui/draft.tsx'
import { FormPart } from '#components/ui/form-part.tsx'
import { PickField } from '#components/ui/pick-field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextsField } from '#components/ui/texts-field.tsx'
import { countryName } from '#lib/format/country.ts'
import { formatDue } from '#lib/format/due.ts'
import { formatNumber } from '#lib/format/number.ts'
import type { KeptMilestone } from '#lib/milestones/kept.ts'
import type { OfferedForMilestone } from '#lib/milestones/offered.ts'
import { shortCode } from '#lib/rules/codes.ts'
import { maxLength, maxWeight } from '#lib/rules/limits.ts'
import { WeightField } from './weight-field.tsx'

type Kept = KeptMilestone['milestone']

/** What a new milestone and a changed one have in common. */
export function MilestoneFields({
  offered,
  milestone,
  mayBeOwn = false,
}: {
  offered: OfferedForMilestone
  milestone?: Kept
  /** Of a new one: may it be kept to the own side though its initiative is shared? */
  mayBeOwn?: boolean
}) {
  const t = useTranslations('milestones.form')
  const language = useLocale()
  return (
    <>
      <FormPart title={t('what')} beside={<DraftState />}>
        <TextsField
          name="title"
          label={t('title')}
          languages={offered.partnership.languages}
          texts={milestone?.title}
          maxLength={maxLength.title}
        />
        <WeightField
          label={t('weight')}
          hint={t('weight-hint', {
            least: formatNumber(1, language),
            most: formatNumber(maxWeight, language),
          })}
          value={milestone?.weight ?? 1}
        />
        {mayBeOwn && (
          <Select
            name="audience"
            label={t('audience')}
            hint={t('audience-hint')}
            options={[
              { value: 'shared', label: t('audience-shared') },
              { value: 'own', label: t('audience-own') },
            ]}
            value="shared"
          />
        )}
      </FormPart>
      <FormPart title={t('who')}>
        <Responsible offered={offered} milestone={milestone} />
      </FormPart>
      <FormPart title={t('when')}>
        {milestone?.isDated ? (
          milestone.due && <p>{t('due-stays', { due: formatDue(milestone.due, language) })}</p>
        ) : (
          <DateField name="due" label={t('due')} hint={t('due-hint')} isOptional />
        )}
      </FormPart>
      <FormPart title={t('waits')}>
        <WaitsFor offered={offered} chosen={milestone?.waitsFor ?? []} />
      </FormPart>
    </>
  )
}

function Responsible({ offered, milestone }: { offered: OfferedForMilestone; milestone: Kept | undefined }) {
  const t = useTranslations('milestones.form')
  const language = useLocale()
  const { sides } = offered.partnership
  const present = milestone?.organisation
  const organisations =
    present && !offered.organisations.some(({ code }) => code === present.code)
      ? [present, ...offered.organisations]
      : offered.organisations
  const countries = (of: readonly string[]) => of.map((one) => countryName(one, language)).join(', ')
  return (
    <>
      <Select
        name="side"
        label={t('side')}
        none={t('choose')}
        options={[
          ...sides.map((side) => ({ value: side, label: countryName(side, language) })),
          { value: 'joint', label: t('joint') },
        ]}
        value={milestone && (milestone.side ?? 'joint')}
      />
      <Select
        name="organisation"
        label={t('organisation')}
        none={t('no-organisation')}
        options={organisations.map(({ code, name, countries: of }) => ({
          value: code,
          label: of.length > 0 ? `${name.text} (${countries(of)})` : name.text,
        }))}
        value={present?.code}
        isOptional
      />
    </>
  )
}

function WaitsFor({ offered, chosen }: { offered: OfferedForMilestone; chosen: Kept['waitsFor'] }) {
  const t = useTranslations('milestones.form')
  const { code: partnership } = offered.partnership
  const known = [
    ...chosen.filter(({ code }) => !offered.milestones.some((one) => one.code === code)),
    ...offered.milestones,
  ]
  return (
    <>
      {known.length === 0 ? (
        <p className="text-ink-2">{t('none-to-wait-for')}</p>
      ) : (
        <PickField
          name="waitsFor"
          label={t('waits-for')}
          options={known.map(({ code, title }) => ({
            value: code,
            label: `${shortCode(code, partnership)} ${title.text}`,
            language: title.language,
          }))}
          chosen={chosen.map(({ code }) => code)}
        />
      )}
      <TextArea
        name="alsoWaitsFor"
        label={t('also-waits-for')}
        hint={t('also-waits-for-hint')}
        rows={1}
        maxLength={2000}
        isOptional
      />
    </>
  )
}
