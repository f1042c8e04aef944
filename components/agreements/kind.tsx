import { useTranslations } from 'next-intl'

/** The kind of an instrument in words: Memorandum of understanding, Loan agreement … */
export function AgreementKind({ kind }: { kind: string }) {
  const t = useTranslations('agreements.kind')
  return <span>{t.has(kind) ? t(kind) : t('other')}</span>
}
