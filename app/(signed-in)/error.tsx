'use client'
import { useTranslations } from 'next-intl'
import { Problem } from '#components/ui/problem.tsx'

/** A bug of ours, inside the frame: what else is open stays open. */
export default function SignedInError({ retry }: { retry: () => void }) {
  const t = useTranslations('ui.error')
  return (
    <div className="max-w-160 p-(--gutter)">
      <Problem text={t('title')}>
        <p className="mt-1 mb-3">{t('what-to-do')}</p>
        <button type="button" className="button" onClick={retry}>
          {t('again')}
        </button>
      </Problem>
    </div>
  )
}
