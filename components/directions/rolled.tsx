import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type BarTone, PartsBar } from '#components/ui/bar.tsx'
import { Dotted } from '#components/ui/dotted.tsx'
import { Formula } from '#components/ui/formula.tsx'
import type { Part, RollUp } from '#lib/directions/roll-up.ts'
import type { Language } from '#lib/format/language.ts'
import { formatNumber } from '#lib/format/number.ts'
import { formatPercent } from '#lib/format/percent.ts'

const tones: Record<Part, BarTone> = {
  completed: 'completed',
  claimed: 'claimed',
  in_progress: 'in-progress',
  blocked: 'blocked',
  disputed: 'disputed',
  no_evidence: 'warn',
  overdue: 'alarm',
  planned: 'rest',
}

/** What milestones come to, as a bar. */
export function RolledBar({ rolled: { all, parts } }: { rolled: RollUp }) {
  const t = useTranslations('directions.rolled')
  const word = usePart()
  if (all === 0) return <span className="text-ink-3">{t('none')}</span>
  return (
    <PartsBar
      of={all}
      name={parts.map(({ part, size }) => `${word(part)}: ${size}`).join(', ')}
      parts={parts.map(({ part, size }) => ({ tone: tones[part], size }))}
    />
  )
}

/** A percent, where it is known. */
export function Percent({ of }: { of: number | null }) {
  const t = useTranslations('directions.rolled')
  const language = useLocale()
  return of === null ? <span className="text-ink-3">{t('unknown')}</span> : formatPercent(of, language)
}

/** How many of something are late, or that none is. */
function Late({ count, tone }: { count: number; tone: 'alarm' | 'warn' }) {
  const language = useLocale()
  if (count === 0) return <span className="text-ink-3">{formatNumber(0, language)}</span>
  return (
    <span className={tone === 'alarm' ? 'text-alarm' : 'text-warn'}>{formatNumber(count, language)}</span>
  )
}

/** The last cells of a row: how many are late or without evidence, and the progress. */
export function RolledCells({ rolled: { overdue, noEvidence, progress } }: { rolled: RollUp }) {
  return (
    <>
      <td data-align="end">
        <Late count={overdue} tone="alarm" />
      </td>
      <td data-align="end">
        <Late count={noEvidence} tone="warn" />
      </td>
      <td data-align="end" className="whitespace-nowrap">
        <Percent of={progress.percent} />
      </td>
    </>
  )
}

/** The same in a line of words, for a screen that is too narrow for the cells. `before`, `after`: what else is in it. */
export function RolledInWords({
  rolled: { overdue, noEvidence, progress },
  before,
  after,
}: {
  rolled: RollUp
  before?: ReactNode
  after?: ReactNode
}) {
  const t = useTranslations('directions.rolled')
  return (
    <span className="block text-small font-normal text-ink-2 lg:hidden">
      <Dotted>
        {before}
        <span className="whitespace-nowrap">
          {t('late.overdue')}: <Late count={overdue} tone="alarm" />
        </span>
        <span className="whitespace-nowrap">
          {t('late.no_evidence')}: <Late count={noEvidence} tone="warn" />
        </span>
        <span className="whitespace-nowrap">
          {t('progress')}: <Percent of={progress.percent} />
        </span>
        {after}
      </Dotted>
    </span>
  )
}

/** Progress with its formula opened: milestones that are alike in status and percent are one row, with the sum of their
 *  weights. */
export function ProgressOpened({ progress }: { progress: RollUp['progress'] }) {
  const t = useTranslations('directions.rolled')
  const word = usePart()
  const language = useLocale()
  return (
    <Formula
      question={t('question', { percent: percentOr(progress.percent, t('unknown'), language) })}
      formula={t('formula', { unknown: progress.unknown })}
      rows={progress.rows.map(({ part, percent, size, weight, product }, at) => ({
        key: String(at),
        name: t('row', { part: word(part), count: size }),
        value: productOf(percent ?? t('unknown'), weight, product, language),
      }))}
      result={{
        name: quotient(progress, language),
        value: percentOr(progress.percent, t('unknown'), language),
      }}
    />
  )
}

export const percentOr = (percent: number | null, unknown: string, language: Language) =>
  percent === null ? unknown : formatPercent(percent, language)

/** `60 % × 3 = 180`; of what is unknown in words. */
export function productOf(percent: number | string, weight: number, product: number, language: Language) {
  const factor = typeof percent === 'number' ? formatPercent(percent, language) : percent
  return `${factor} × ${formatNumber(weight, language)} = ${formatNumber(product, language)}`
}

/** `1,840 ÷ 32` */
export const quotient = (
  { product, weight }: Pick<RollUp['progress'], 'product' | 'weight'>,
  language: Language,
) => `${formatNumber(product, language)} ÷ ${formatNumber(weight, language)}`

function usePart(): (part: Part) => string {
  const status = useTranslations('ui.status')
  const lateness = useTranslations('directions.rolled.late')
  return (part) => (part === 'overdue' || part === 'no_evidence' ? lateness(part) : status(part))
}
