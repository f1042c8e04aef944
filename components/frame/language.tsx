import { Check, Languages } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Menu } from '#components/ui/menu.tsx'
import { type Language, languages } from '#lib/format/language.ts'
import { BackHere } from './place.tsx'

const languageNames: Record<Language, string> = {
  en: 'English',
  uz: 'Oʻzbekcha',
  ru: 'Русский',
  ko: '한국어',
}

/** Four languages, each named in itself. A plain form, so it works without JavaScript; it leads back to
 *  the same page and question. `opens`: upwards at the foot of the navigation, downwards in a head (the
 *  sign-in page). */
export function LanguageMenu({ opens = 'up' }: { opens?: 'up' | 'down' }) {
  const t = useTranslations('frame.language')
  const spoken = useLocale()
  return (
    <Menu
      buttonClass="tap flex min-h-7.5 items-center gap-2.25 rounded-field px-2 text-ink-2 hover:bg-sunk hover:text-ink"
      panelClass={opens === 'up' ? 'absolute bottom-full left-0 mb-1' : 'absolute top-full right-0 mt-1'}
      label={
        <>
          <Languages className="text-ink-3" />
          <span className="sr-only">{t('title')}</span>
          {languageNames[spoken]}
        </>
      }
    >
      <form method="post" action="/api/v1/languages" className="flex flex-col">
        <BackHere />
        {languages.map((code) => (
          <button
            key={code}
            name="language"
            value={code}
            lang={code}
            aria-current={code === spoken ? 'true' : undefined}
            className="tap flex min-h-8 items-center gap-2 rounded-small px-2 text-start hover:bg-sunk aria-[current]:font-medium aria-[current]:text-accent"
          >
            <span className="flex-1">{languageNames[code]}</span>
            {code === spoken && <Check />}
          </button>
        ))}
      </form>
    </Menu>
  )
}
