import { useTranslations } from 'next-intl'
import { regionOutlines } from './region-outlines.ts'

/** A country's regions, each the darker the more initiatives are in it; its number leads to them. Nothing where the
 *  country has no outlines here: the list beside it says the same. */
export function RegionMap({
  country,
  regions,
}: {
  country: string
  regions: readonly { code: string; name: string; size: number }[]
}) {
  const t = useTranslations('initiatives.regions')
  const outlines = regionOutlines[country]
  if (!outlines) return null
  const most = Math.max(...regions.map(({ size }) => size))
  const drawn = outlines.regions.map((outline) => ({
    ...outline,
    region: regions.find(({ code }) => code === outline.code),
  }))
  return (
    <figure className="w-full max-w-210">
      <svg viewBox={`0 0 ${outlines.width} ${outlines.height}`} className="h-auto w-full">
        <path d={outlines.sea} className="fill-sunk" />
        {drawn.map(({ code, path, region }) => (
          <path
            key={code}
            d={path}
            className={`fill-accent ${region ? 'stroke-surface' : 'stroke-line-2'}`}
            strokeWidth={1.5}
            fillOpacity={region ? 0.18 + (0.62 * region.size) / most : 0.05}
          />
        ))}
        {drawn.map(
          ({ code, at, region }) =>
            region && (
              <a key={code} href={`#${code}`} aria-label={t('in-region', region)}>
                <title>{t('in-region', region)}</title>
                <circle cx={at.x} cy={at.y} r={13} className="fill-surface stroke-line-3" />
                <text
                  x={at.x}
                  y={at.y}
                  textAnchor="middle"
                  dominantBaseline="central"
                  className="fill-ink text-[15px] font-medium"
                >
                  {region.size}
                </text>
              </a>
            ),
        )}
      </svg>
      <figcaption className="pt-1 text-small text-ink-3">
        {t('outlines')}{' '}
        <a href={outlines.source.url} className="quiet-link">
          {outlines.source.name}
        </a>
        , {outlines.source.licence}
      </figcaption>
    </figure>
  )
}
