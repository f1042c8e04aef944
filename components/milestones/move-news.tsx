'use client'
import { CircleCheck, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { ShownProblem } from '#components/ui/post.tsx'
import { Problem } from '#components/ui/problem.tsx'
import type { Status } from '#lib/rules/milestone-status.ts'
import { ChangedFields } from './changed-fields.tsx'

/** What became of a move. `code` is absent where something else failed (further cards). */
export type News =
  | { kind: 'sending'; code: string }
  | { kind: 'moved' | 'asked'; code: string; landsIn: Status }
  | { kind: 'refused'; code?: string; problem: ShownProblem }

const shownFor = 6000

/** Said aloud, and shown at the foot of the page: what was done for a while, a refusal until it is put away. */
export function MoveNews({ news, onClose }: { news: News | null; onClose: () => void }) {
  const t = useTranslations('milestones.board.move')
  const field = useTranslations('milestones.field')
  const words = useTranslations('ui.status')

  const isDone = news?.kind === 'moved' || news?.kind === 'asked'
  useEffect(() => {
    if (!isDone) return
    const timer = setTimeout(onClose, shownFor)
    return () => clearTimeout(timer)
  }, [news, isDone, onClose])

  return (
    <div className="pointer-events-none fixed inset-x-4 bottom-[calc(var(--tabs)+1rem)] z-40 flex justify-center">
      <p role="status" className={isDone ? 'over flex items-center gap-2 px-3 py-2' : 'sr-only'}>
        {news?.kind === 'sending' && t('sending', { code: news.code })}
        {isDone && (
          <>
            <CircleCheck className="text-completed" />
            {news.kind === 'asked'
              ? t('asked', { code: news.code })
              : t('moved', { code: news.code, status: words(news.landsIn) })}
          </>
        )}
      </p>
      {news?.kind === 'refused' && (
        <div className="pointer-events-auto relative w-full max-w-120 rounded-card bg-paper shadow-over">
          <Problem text={news.problem.text}>
            {news.code !== undefined && <p className="mt-0.5">{t('put-back', { code: news.code })}</p>}
            {news.problem.changed && news.problem.changed.length > 0 && (
              <div className="mt-2 text-ink">
                <p className="mb-1 font-medium">{field('what-changed')}</p>
                <ChangedFields changed={news.problem.changed} />
              </div>
            )}
          </Problem>
          <button
            type="button"
            aria-label={t('dismiss')}
            onClick={onClose}
            className="button absolute top-1 right-1 min-h-8! min-w-8 px-1"
            data-kind="quiet"
          >
            <X />
          </button>
        </div>
      )}
    </div>
  )
}
