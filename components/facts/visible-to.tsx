import { useLocale, useTranslations } from 'next-intl'
import { countryName } from '#lib/format/country.ts'
import type { PartnershipAudience } from '#lib/rules/visibility.ts'

/** Who may see a record, in words. */
export function VisibleTo({ audience }: { audience: PartnershipAudience }) {
  const t = useTranslations('records.visible')
  const language = useLocale()
  return audience.kind === 'side'
    ? t('side', { side: countryName(audience.side, language) })
    : t(audience.kind)
}
