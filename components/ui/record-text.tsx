import { useTranslations } from 'next-intl'
import type { Text } from '#lib/rules/texts.ts'

/** A record's text in the language that it has, marked where it is a translation: unofficial, or older than its source. */
export function RecordText({ text, isQuiet = false }: { text: Text; isQuiet?: boolean }) {
  return (
    <>
      <span lang={text.language}>{text.text}</span>
      {!isQuiet && <TranslationMark text={text} />}
    </>
  )
}

/** The mark alone, where the text stands by itself (in a link, in a heading). */
export function TranslationMark({ text }: { text: Text }) {
  const t = useTranslations('ui.text')
  if (text.standing === 'authentic' || (text.official && !text.stale)) return null
  const words = text.stale ? t('stale') : t('unofficial')
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className={`ml-1 inline-block align-[0.15em] text-[0.6875em] leading-none font-normal ${text.stale ? 'text-warn' : 'text-ink-3'}`}
    >
      {text.stale ? '⚠' : ''}
      {t('sign')}
    </span>
  )
}
