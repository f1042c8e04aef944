import { useTranslations } from 'next-intl'
import { noBreakSpace } from '#lib/format/number.ts'
import type { Text } from '#lib/rules/texts.ts'

/** A record's text in the language that it has, marked where it is a translation: unofficial, or older
 *  than its source. */
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
  return text.standing === 'authentic' || (text.official && !text.stale) ? null : <Mark text={text} />
}

function Mark({ text }: { text: Text }) {
  const t = useTranslations('ui.text')
  const words = text.stale ? t('stale') : t('unofficial')
  return (
    <>
      {noBreakSpace}
      <span
        role="img"
        aria-label={words}
        title={words}
        className={`text-tiny font-normal whitespace-nowrap ${text.stale ? 'text-warn' : 'text-ink-3'}`}
      >
        {text.stale ? t('sign-stale') : t('sign')}
      </span>
    </>
  )
}
