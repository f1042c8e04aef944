import { useTranslations } from 'next-intl'
import type { Attempt } from '#lib/runner/attempts.ts'
import type { ShownMilestone } from '#lib/milestones/shown.ts'
import { mayAct } from '#lib/rules/milestone-status.ts'
import { ConfirmForm } from './confirm.tsx'
import { DisputeButton, DisputeForm } from './dispute.tsx'
import { WithdrawButton, WithdrawForm } from './withdraw.tsx'

/** What staff can do about the key of their side, or why they cannot, in words. `act`: the form that the address opens,
 *  for whom no dialog opens; `page`: this page's address without it; `next`: where each act leads. */
export function KeyActs({
  milestone,
  act,
  attempt,
  page,
  next,
}: {
  milestone: ShownMilestone
  act: string | undefined
  attempt: Attempt | undefined
  page: string
  next?: (act: 'confirm' | 'dispute' | 'withdraw') => string
}) {
  const t = useTranslations('milestones.keys')
  const why = useTranslations('rules.why-not')
  const confirm = mayAct('confirm', milestone, milestone.actor)
  const canDispute = mayAct('dispute', milestone, milestone.actor).may
  const canWithdraw = mayAct('withdraw', milestone, milestone.actor).may
  const own = milestone.standing.find(({ side }) => milestone.actor.staffOf.includes(side))
  if (act === 'dispute' && canDispute)
    return <DisputeForm milestone={milestone} attempt={attempt} page={page} next={next?.('dispute')} />
  if (act === 'withdraw' && canWithdraw)
    return <WithdrawForm milestone={milestone} attempt={attempt} page={page} next={next?.('withdraw')} />
  return (
    <>
      {confirm.may && !own && (
        <p className="text-ink-2">
          {t(milestone.status === 'claimed' ? 'you-hold-it' : 'you-hold-the-first')}
        </p>
      )}
      {!confirm.may && !own && confirm.why !== 'already-completed' && (
        <p className="text-ink-2">{why(confirm.why)}</p>
      )}
      <div className="flex flex-wrap items-start gap-2 empty:hidden">
        {confirm.may && (
          <ConfirmForm milestone={milestone} next={next?.('confirm')} isAgain={own !== undefined} />
        )}
        {canDispute && own?.says !== 'confirmed' && (
          <DisputeButton milestone={milestone} page={page} next={next?.('dispute')} />
        )}
        {canWithdraw && <WithdrawButton milestone={milestone} page={page} next={next?.('withdraw')} />}
        {canDispute && own?.says === 'confirmed' && milestone.status === 'completed' && (
          <DisputeButton milestone={milestone} page={page} next={next?.('dispute')} />
        )}
      </div>
    </>
  )
}
