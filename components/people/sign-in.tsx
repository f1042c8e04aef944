import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Done } from '#components/ui/done.tsx'
import { Problem } from '#components/ui/problem.tsx'
import { EmailField } from './email-field.tsx'

/** Signing in with e-mail and password: a plain form. What went wrong never tells whether there is such an account.
 *  Who has signed in is led on from here, to where his role begins. `error`: of next-auth's address; `hasChosenPassword`:
 *  just now, with a link; `hasDemo`: one click is enough here. */
export function SignIn({
  error,
  hasChosenPassword,
  hasDemo,
}: {
  error: string | undefined
  hasChosenPassword: boolean
  hasDemo: boolean
}) {
  const t = useTranslations('people.sign-in')
  return (
    <div className="mx-auto flex w-full max-w-96 flex-col gap-5 py-6 md:py-14">
      <h1 className="text-head font-strong">{t('title')}</h1>
      {hasChosenPassword && <Done>{t('password-chosen')}</Done>}
      {error !== undefined && <Problem text={t(errorOf(error))} />}
      <form method="post" action="/api/auth/callback/password" className="flex flex-col gap-4">
        <input type="hidden" name="callbackUrl" value="/sign-in" />
        <EmailField label={t('email')} isBack={error !== undefined} />
        <div className="flex flex-col gap-1">
          <label htmlFor="password" className="font-medium">
            {t('password')}
          </label>
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={1000}
            className="field"
          />
        </div>
        <button className="button" data-kind="main" data-large>
          {t('submit')}
        </button>
      </form>
      <p className="text-ink-2">{t('no-account')}</p>
      {hasDemo && (
        <p className="border-t border-line pt-4 text-ink-2">
          <Link href="/#accounts" className="link">
            {t('one-click')}
          </Link>
        </p>
      )}
    </div>
  )
}

function errorOf(error: string) {
  if (error === 'CredentialsSignin') return 'wrong'
  return error === 'too-many' ? 'too-many' : 'failed'
}
