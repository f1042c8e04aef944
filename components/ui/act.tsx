import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { v7 as newId } from 'uuid'
import type { Attempt } from '#lib/runner/attempts.ts'
import { ButtonLink } from './button.tsx'
import { Form } from './form.tsx'
import { Submit } from './submit.tsx'

/** An act of a page, opened by the page's address, so that it works without JavaScript: what it is, its form, and the way
 *  back. `back`: the page's address without it. */
export function Act({
  title,
  explain,
  action,
  hidden = {},
  attempt,
  draft,
  button,
  kind = 'main',
  back,
  children,
}: {
  title: string
  explain?: ReactNode
  action: string
  hidden?: Readonly<Record<string, string>>
  attempt: Attempt | undefined
  draft?: string
  button: string
  kind?: 'main' | 'danger'
  back: string
  children?: ReactNode
}) {
  const t = useTranslations('ui.act')
  return (
    <section className="panel max-w-160 px-4 py-4">
      <h2 className="text-lead font-medium">{title}</h2>
      {explain && <div className="mt-1.5 text-ink-2">{explain}</div>}
      <Form
        action={action}
        hidden={{ id: newId(), ...hidden }}
        attempt={attempt}
        {...(draft !== undefined && { draft })}
        className="mt-4 flex flex-col gap-4"
      >
        {children}
        <div className="flex flex-wrap items-center gap-2">
          <Submit kind={kind}>{button}</Submit>
          <ButtonLink href={back} kind="quiet">
            {t('cancel')}
          </ButtonLink>
        </div>
      </Form>
    </section>
  )
}
