import { useLocale, useTranslations } from 'next-intl'
import { Act } from '#components/ui/act.tsx'
import { WhatDepends } from '#components/ui/what-depends.tsx'
import { countryName } from '#lib/format/country.ts'
import type { PartnershipAdministration } from '#lib/partnerships/administration.ts'
import type { Attempt } from '#lib/runner/attempts.ts'

/** Asks before a partnership is put away, and says what depends on it. `page`: the address without this form. */
export function ArchivePartnership({
  found: { partnership, depends },
  attempt,
  page,
}: {
  found: PartnershipAdministration
  attempt: Attempt | undefined
  page: string
}) {
  const t = useTranslations('partnerships.archive')
  return (
    <Act
      title={t('title', { partnership: partnership.title.text })}
      explain={<Depends on={depends} />}
      action={`/api/v1/partnerships/${partnership.code}/archivals`}
      hidden={{ version: partnership.version }}
      attempt={attempt}
      button={t('button')}
      kind="danger"
      back={page}
    />
  )
}

function Depends({
  on: { initiatives, milestones, led, people, country },
}: {
  on: PartnershipAdministration['depends']
}) {
  const t = useTranslations('partnerships.depends')
  const language = useLocale()
  const lines = [
    initiatives > 0 && t('initiatives', { count: initiatives }),
    milestones > 0 && t('milestones', { count: milestones }),
    led > 0 && t('led', { count: led }),
    people > 0 && t('people', { count: people, country: countryName(country, language) }),
  ]
  return <WhatDepends lines={lines} words={{ title: t('title'), nothing: t('nothing'), stays: t('stays') }} />
}
