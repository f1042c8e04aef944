import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CheckField } from '#components/ui/check-field.tsx'
import { DateField } from '#components/ui/date-field.tsx'
import { DraftState } from '#components/ui/draft.tsx'
import { FormPart } from '#components/ui/form-part.tsx'
import { GroupField } from '#components/ui/group-field.tsx'
import { PickField } from '#components/ui/pick-field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextsField } from '#components/ui/texts-field.tsx'
import { countryName } from '#lib/format/country.ts'
import { formatDue } from '#lib/format/due.ts'
import { regionsOf } from '#lib/format/region-name.ts'
import type { KeptInitiative } from '#lib/initiatives/kept.ts'
import type { Offered } from '#lib/initiatives/offered.ts'
import { stages, standings } from '#lib/rules/initiative.ts'
import { maxLength } from '#lib/rules/limits.ts'
import { useRegionName } from './use-region-name.ts'

type Kept = KeptInitiative['initiative']

/** What a new initiative and a changed one have in common. */
export function InitiativeFields({
  offered,
  initiative,
  above,
}: {
  offered: Offered
  initiative?: Kept
  /** Fields that a new one has alone; they come first. */
  above?: ReactNode
}) {
  const t = useTranslations('initiatives.form')
  const { languages } = offered.partnership
  return (
    <>
      <FormPart title={t('what')} beside={<DraftState />}>
        {above}
        <TextsField
          name="title"
          label={t('title')}
          languages={languages}
          texts={initiative?.title}
          maxLength={maxLength.title}
        />
        <TextsField
          name="description"
          label={t('description')}
          languages={languages}
          texts={initiative?.description ?? undefined}
          rows={3}
          maxLength={maxLength.narrative}
          isOptional
        />
        <Stages chosen={initiative?.stages ?? []} />
      </FormPart>
      <FormPart title={t('stands')}>
        <Standing initiative={initiative} />
      </FormPart>
      <FormPart title={t('who')}>
        <Bodies offered={offered} bodies={initiative?.bodies ?? []} />
      </FormPart>
      <FormPart title={t('where')}>
        <Place offered={offered} initiative={initiative} />
      </FormPart>
      {offered.agreements.length > 0 && (
        <FormPart title={t('mandate')}>
          <Agreements offered={offered} chosen={initiative?.agreements ?? []} />
        </FormPart>
      )}
    </>
  )
}

function Stages({ chosen }: { chosen: Kept['stages'] }) {
  const t = useTranslations('initiatives.form')
  const stage = useTranslations('directions.value-chain.stage')
  return (
    <GroupField name="stages" label={t('stages')} isOptional>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {stages.map((one) => (
          <CheckField
            key={one}
            name="stages[]"
            value={one}
            label={stage(one)}
            isTicked={chosen.includes(one)}
          />
        ))}
      </div>
    </GroupField>
  )
}

function Standing({ initiative }: { initiative: Kept | undefined }) {
  const t = useTranslations('initiatives.form')
  const standing = useTranslations('initiatives.standing')
  return (
    <>
      <Select
        name="standing"
        label={t('standing')}
        options={standings.map((value) => ({ value, label: standing(value) }))}
        value={initiative?.standing ?? 'announced'}
      />
      <DateField name="standingOn" label={t('standing-on')} value={initiative?.standingOn} isOptional />
      <TextArea
        name="source"
        label={t('source')}
        hint={t('source-hint')}
        rows={1}
        maxLength={60}
        isOptional
      />
    </>
  )
}

function Bodies({ offered, bodies }: { offered: Offered; bodies: Kept['bodies'] }) {
  const t = useTranslations('initiatives.form')
  const language = useLocale()
  const { sides } = offered.partnership
  const further = bodies.filter(({ role, isFirst }) => role === 'lead' && !isFirst)
  const partners = bodies.filter(({ role }) => role === 'partner')
  const known = [
    ...partners.filter(({ code }) => !offered.organisations.some((one) => one.code === code)),
    ...offered.organisations,
  ]
  return (
    <>
      {sides.map((side) => {
        const first = bodies.find((body) => body.side === side && body.isFirst)
        const leading = offered.organisations.filter(({ countries }) => countries.includes(side))
        const options =
          first && !leading.some(({ code }) => code === first.code) ? [first, ...leading] : leading
        return (
          <Select
            key={side}
            name={`lead.${side}`}
            label={t('lead', { country: countryName(side, language) })}
            none={t('no-lead')}
            options={options.map(({ code, name }) => ({ value: code, label: name.text }))}
            value={first?.code}
            isOptional
          />
        )
      })}
      {further.length > 0 && (
        <GroupField name="alsoLead" label={t('also-lead')}>
          {further.map(({ code, name, side }) => (
            <CheckField
              key={`${side}:${code}`}
              name="alsoLead[]"
              value={`${side}:${code}`}
              label={`${name.text}${side === null ? '' : ` (${countryName(side, language)})`}`}
              isTicked
            />
          ))}
        </GroupField>
      )}
      <PickField
        name="partners"
        label={t('partners')}
        options={known.map(({ code, name }) => ({ value: code, label: name.text, language: name.language }))}
        chosen={partners.map(({ code }) => code)}
      />
    </>
  )
}

function Place({ offered, initiative }: { offered: Offered; initiative: Kept | undefined }) {
  const t = useTranslations('initiatives.form')
  const regions = useRegionsOf(offered.partnership.sides)
  const chosen = initiative?.regions ?? []
  // A code that the standard has given up since.
  const former = chosen.filter((code) => !regions.some(({ value }) => value === code))
  return (
    <>
      <PickField
        name="regions"
        label={t('regions')}
        options={[...former.map((code) => ({ value: code, label: code })), ...regions]}
        chosen={chosen}
      />
      <TextArea
        name="location"
        label={t('location')}
        value={initiative?.location ?? undefined}
        rows={1}
        maxLength={maxLength.title}
        isOptional
      />
      <DateField name="starts" label={t('starts')} value={initiative?.starts} isOptional />
      <DateField name="ends" label={t('ends')} value={initiative?.ends} isOptional />
    </>
  )
}

/** Of one country after the other, each by name; where two are called alike, with their codes. */
function useRegionsOf(countries: readonly string[]): { value: string; label: string }[] {
  const nameOf = useRegionName()
  const language = useLocale()
  const { compare } = new Intl.Collator(language)
  return countries.flatMap((country) => {
    const named = regionsOf(country).map((code) => ({ code, name: nameOf(code) }))
    return named
      .toSorted((a, b) => compare(a.name, b.name))
      .map(({ code, name }) => {
        const isCalledSoTwice = named.filter((one) => one.name === name).length > 1
        const within = isCalledSoTwice ? code : countryName(country, language)
        return { value: code, label: `${name} (${within})` }
      })
  })
}

function Agreements({ offered, chosen }: { offered: Offered; chosen: readonly string[] }) {
  const t = useTranslations('initiatives.form')
  const language = useLocale()
  return (
    <PickField
      name="agreements"
      label={t('agreements')}
      options={offered.agreements.map(({ code, title, signed }) => ({
        value: code,
        label: signed ? `${title.text} (${formatDue(signed, language)})` : title.text,
        language: title.language,
      }))}
      chosen={chosen}
    />
  )
}
