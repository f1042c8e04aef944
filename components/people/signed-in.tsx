import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button.tsx'

/** For who comes to the public page signed in: on to where his role begins, or out. */
export function SignedIn({ name }: { name: string }) {
  const t = useTranslations('people.signed-in')
  return (
    <section className="panel flex flex-col gap-3 px-4 py-3.5">
      <p className="text-lead">{t('title', { name })}</p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href="/sign-in" kind="main">
          {t('go-on')}
          <ArrowRight />
        </ButtonLink>
        <form method="post" action="/api/auth/signout">
          <input type="hidden" name="callbackUrl" value="/" />
          <button className="button">{t('sign-out')}</button>
        </form>
      </div>
    </section>
  )
}
