import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { MilestonePage } from '#lib/milestones/milestone.ts'
import type { Attempt } from '#lib/runner/attempts.ts'
import { mayAct } from '#lib/rules/milestone-status.ts'
import { widerThan } from '#lib/rules/visibility.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { ChangeDueDateButton, ChangeDueDateForm } from './change-due-date.tsx'
import { ChangeStatusButton, ChangeStatusForm } from './change-status.tsx'
import { ReleaseButton, ReleaseForm } from './release.tsx'

/** What the reader can do with a milestone beside the keys: ask the other side for another date, that it is cancelled or
 *  restored; change its texts; open it to others. `act`: the form that the address opens, for whom no dialog opens. */
export function Ask({
  found: { milestone, choices, statusChanges, mayKeep },
  act,
  attempt,
  page,
}: {
  found: MilestonePage
  act: string | undefined
  attempt: Attempt | undefined
  page: string
}) {
  const t = useTranslations('milestones')
  const isAsked = statusChanges.some(({ state }) => state === 'put')
  const kinds = (['cancel', 'restore'] as const).filter(
    (kind) => !isAsked && mayAct(kind, milestone, milestone.actor).may,
  )
  const open = kinds.find((kind) => kind === act)
  if (act === 'change-due-date' && choices)
    return (
      <Titled title={t('change-due-date.title')}>
        <ChangeDueDateForm milestone={milestone} choices={choices} attempt={attempt} page={page} />
      </Titled>
    )
  if (open)
    return (
      <Titled title={t(`${open}.title`)}>
        <ChangeStatusForm kind={open} milestone={milestone} attempt={attempt} page={page} />
      </Titled>
    )
  const to = milestone.actor.staffOf.length > 0 ? widerThan(milestone.audience.kind) : null
  if (act === 'release' && to)
    return (
      <Titled title={t(`release.button.${to}`)}>
        <ReleaseForm to={to} milestone={milestone} attempt={attempt} page={page} />
      </Titled>
    )
  return (
    <div className="no-print flex flex-wrap gap-2 empty:hidden">
      {choices && <ChangeDueDateButton milestone={milestone} choices={choices} page={page} />}
      {mayKeep && <ButtonLink href={`${page}/change`}>{t('change.open')}</ButtonLink>}
      {kinds.map((kind) => (
        <ChangeStatusButton key={kind} kind={kind} milestone={milestone} page={page} />
      ))}
      {to && <ReleaseButton to={to} milestone={milestone} page={page} />}
    </div>
  )
}

function Titled({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3 rounded-card border border-line-2 bg-surface px-3.5 py-3">
      <h2 className="text-lead font-medium">{title}</h2>
      {children}
    </section>
  )
}
