import { useTranslations } from 'next-intl'

/** Keeps the place of what is still being read, so that nothing jumps. `lines`: how many rows of `height`
 *  pixels. */
export function Skeleton({ lines = 3, height = 36 }: { lines?: number; height?: number }) {
  const t = useTranslations('ui.skeleton')
  return (
    <div role="status" className="flex flex-col gap-px">
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} aria-hidden className="flex items-center border-b border-line" style={{ height }}>
          <div
            className="h-2.5 animate-pulse rounded-full bg-line"
            style={{ width: `${[62, 48, 71, 55][line % 4]}%` }}
          />
        </div>
      ))}
    </div>
  )
}
