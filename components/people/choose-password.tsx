import { useTranslations } from 'next-intl'
import { Labelled } from '#components/ui/field.tsx'
import type { LinkHolder } from '#lib/people/link-holder.ts'
import type { PasswordProblem } from '#lib/rules/password.ts'

/** Choosing a password with a one-time link: a plain form. The address stands in it so that a browser keeps the password
 *  under it. `problem`: what was wrong with the password that was sent. */
export function ChoosePassword({
  token,
  holder: { name, email },
  problem,
}: {
  token: string
  holder: LinkHolder
  problem: PasswordProblem | undefined
}) {
  const t = useTranslations('people.choose-password')
  const sentence = problem && t(problem)
  return (
    <div className="mx-auto flex w-full max-w-96 flex-col gap-5 py-6 md:py-14">
      <div>
        <h1 className="text-head font-strong">{t('title')}</h1>
        <p className="mt-2 text-ink-2">{t('whose', { name })}</p>
      </div>
      <form method="post" action="/api/v1/credentials" className="flex flex-col gap-4">
        <input type="hidden" name="token" value={token} />
        <Labelled id="email" label={t('email')}>
          <input
            id="email"
            type="email"
            autoComplete="username"
            readOnly
            value={email}
            className="field bg-sunk text-ink-2"
          />
        </Labelled>
        <NewPassword
          name="password"
          label={t('password')}
          hint={t('hint')}
          error={problem === 'differs' ? undefined : sentence}
        />
        <NewPassword name="again" label={t('again')} error={problem === 'differs' ? sentence : undefined} />
        <button className="button" data-kind="main" data-large>
          {t('submit')}
        </button>
      </form>
    </div>
  )
}

/** Its length is the door's to judge, which says what to do. */
function NewPassword({
  name,
  label,
  hint,
  error,
}: {
  name: string
  label: string
  hint?: string
  error: string | undefined
}) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <Labelled id={name} label={label} hint={hint} error={error}>
      <input
        id={name}
        name={name}
        type="password"
        autoComplete="new-password"
        required
        aria-invalid={error !== undefined || undefined}
        aria-describedby={described || undefined}
        className="field"
      />
    </Labelled>
  )
}
