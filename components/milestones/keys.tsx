import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PostLine } from '#components/people/post.tsx'
import { Steps } from '#components/progress-reports/steps.tsx'
import { Flag } from '#components/ui/flag.tsx'
import { countryName } from '#lib/format/country.ts'
import type { ShownKey, ShownMilestone } from '#lib/milestones/shown.ts'
import type { ShownReport } from '#lib/progress-reports/reports-on.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'

type Said = 'open' | 'confirmed' | 'completed' | 'disputed' | 'withdrawn'

const grounds: Record<Said, string> = {
  open: 'border-line-2 bg-surface',
  withdrawn: 'border-line-2 bg-surface',
  confirmed: 'border-claimed/60 bg-claimed-soft',
  completed: 'border-completed/60 bg-completed-soft',
  disputed: 'border-disputed/60 bg-disputed-soft',
}

/** The two keys, side by side: what each side has said, who said it, and what the viewer can do about his own.
 *  `acts`: of the viewer's side, drawn in its panel. */
export function Keys({
  milestone,
  reports,
  acts,
}: {
  milestone: ShownMilestone
  reports: readonly ShownReport[]
  acts: ReactNode
}) {
  const t = useTranslations('milestones.keys')
  const { audience, sides, actor } = milestone
  const shown = audience.kind === 'side' ? [audience.side] : sides
  const lastAccepted = reports.find(({ state }) => state === 'accepted')
  return (
    <section aria-label={t('title')} className="grid gap-2.5 md:auto-cols-fr md:grid-flow-col">
      {shown.map((side) => {
        const isOwn = actor.staffOf.includes(side)
        return (
          <Key
            key={side}
            side={side}
            milestone={milestone}
            report={side === milestone.side ? lastAccepted : undefined}
          >
            {isOwn && acts}
          </Key>
        )
      })}
    </section>
  )
}

function Key({
  side,
  milestone,
  report,
  children,
}: {
  side: SideCode
  milestone: ShownMilestone
  /** On which the key rests. */
  report: ShownReport | undefined
  children: ReactNode
}) {
  const t = useTranslations('milestones.keys')
  const language = useLocale()
  const key = milestone.keys.find((one) => one.side === side)
  const said = saidIn(key, milestone)
  return (
    <div className={`flex flex-col gap-2 rounded-card border px-3.5 py-3 ${grounds[said]}`}>
      <h2 className="flex items-center gap-2 font-medium">
        <Flag code={side} />
        {t(said, { side: countryName(side, language) })}
      </h2>
      {key && <Words of={key} />}
      {!key && !milestone.needed.includes(side) && <p className="text-ink-2">{t('not-needed')}</p>}
      {key?.verdict === 'confirmed' && report && report.chain.length > 0 && <Steps report={report} />}
      {children}
    </div>
  )
}

function saidIn(key: ShownKey | undefined, { status }: ShownMilestone): Said {
  if (!key) return 'open'
  return key.verdict === 'confirmed' && status === 'completed' ? 'completed' : key.verdict
}

function Words({ of: { post, at, reason } }: { of: ShownKey }) {
  const t = useTranslations('milestones.keys')
  return (
    <>
      {reason !== null && <p className="whitespace-pre-line">{t('quoted', { words: reason })}</p>}
      <p className="text-ink-2">{post ? <PostLine post={post} at={at} /> : t('by-the-import')}</p>
    </>
  )
}
