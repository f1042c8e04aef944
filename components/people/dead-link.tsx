import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button.tsx'

/** For a link that was used, has expired, or never was: the same words. */
export function DeadLink() {
  const t = useTranslations('people.choose-password')
  return (
    <div className="mx-auto flex w-full max-w-96 flex-col items-start gap-4 py-6 md:py-14">
      <h1 className="text-head font-strong">{t('dead-title')}</h1>
      <p className="text-lead text-ink-2">{t('dead')}</p>
      <ButtonLink href="/sign-in" kind="plain" isLarge>
        {t('to-sign-in')}
      </ButtonLink>
    </div>
  )
}
