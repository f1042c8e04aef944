import { useTranslations } from 'next-intl'
import { useWord } from '#components/ui/use-word.tsx'

/** The kind of an instrument in words: Memorandum of understanding, Loan agreement … */
export function AgreementKind({ kind }: { kind: string }) {
  const t = useTranslations('agreements.kind')
  const word = useWord(({ agreements }) => agreements.kind)
  return <span>{word(kind) ?? t('other')}</span>
}
