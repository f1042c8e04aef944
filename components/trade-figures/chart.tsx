import { useLocale, useTranslations } from 'next-intl'
import { countryInSentence } from '#lib/format/country.ts'
import { formatDate } from '#lib/format/date.ts'
import { formatMoney } from '#lib/format/money.ts'
import { formatNumber } from '#lib/format/number.ts'
import { roundDecimal } from '#lib/rules/figures.ts'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { ShownTradeFigure } from '#lib/trade-figures/trade.ts'
import { sideOf, useReporterNames } from './reporter.tsx'

/** A yearly turnover as a mark. Its shape tells who reported, its filling whether the figure was stated or inferred. */
type Mark = {
  figure: ShownTradeFigure
  year: number
  amount: number
  shape: 'circle' | 'square' | 'triangle'
}

type Size = { width: number; height: number; everyYear: boolean }

/** The turnover of each whole year as every reporter has it; a line joins years that follow one another in the figures of
 *  one reporter. Drawn twice, for desks and for phones, so that its letters keep their size. The table of whole years
 *  stands below it. `sides`: in the order of the title; the first one's reporters are circles, the second's squares. */
export function TurnoverChart({
  figures,
  sides,
}: {
  figures: readonly ShownTradeFigure[]
  sides: readonly SideCode[]
}) {
  const t = useTranslations('trade-figures.chart')
  const currency = figures.find((figure) => figure.currency !== null)?.currency ?? null
  const marks = marksOf(figures, sides, currency)
  const years = marks.map(({ year }) => year)
  if (currency === null || marks.length < 2) return null
  const unit = Math.max(...marks.map(({ amount }) => amount)) >= 1e9 ? 'billion' : 'million'
  const drawing = {
    marks,
    currency,
    unit,
    name: t('name', {
      count: marks.length,
      from: String(Math.min(...years)),
      to: String(Math.max(...years)),
    }),
  } as const
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="text-ink-2">{t('caption', { unit: t(unit), currency })}</figcaption>
      <Drawing
        {...drawing}
        size={{ width: 940, height: 250, everyYear: true }}
        className="hidden w-full max-w-240 lg:block"
      />
      <Drawing
        {...drawing}
        size={{ width: 360, height: 210, everyYear: false }}
        className="w-full max-w-112 lg:hidden"
      />
      <Legend sides={sides} marks={marks} />
    </figure>
  )
}

function marksOf(
  figures: readonly ShownTradeFigure[],
  sides: readonly SideCode[],
  currency: string | null,
): Mark[] {
  return figures.flatMap((figure) => {
    const { value, flow, startsOn } = figure
    if (value === null || flow !== 'turnover' || figure.currency !== currency || !isWholeYear(figure))
      return []
    const side = sideOf(figure, sides)
    const shape = side === sides[0] ? 'circle' : side === sides[1] ? 'square' : 'triangle'
    return [{ figure, year: Number(startsOn.slice(0, 4)), amount: Number(value), shape }]
  })
}

export function isWholeYear({ startsOn, endsOn }: Pick<ShownTradeFigure, 'startsOn' | 'endsOn'>) {
  return startsOn.endsWith('-01-01') && endsOn === `${startsOn.slice(0, 4)}-12-31`
}

const margin = { top: 22, right: 14, bottom: 26, left: 34 }

function Drawing({
  marks,
  currency,
  unit,
  name,
  size: { width, height, everyYear },
  className,
}: {
  marks: readonly Mark[]
  currency: string
  unit: 'billion' | 'million'
  name: string
  size: Size
  className: string
}) {
  const language = useLocale()
  const named = useReporterNames()
  const years = marks.map(({ year }) => year)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const scale = unit === 'billion' ? 1e9 : 1e6
  const { top, ticks } = axisTo(Math.max(...marks.map(({ amount }) => amount)) / scale)
  const x = (year: number) =>
    round(margin.left + ((year - first + 0.5) / (last - first + 1)) * (width - margin.left - margin.right))
  const y = (amount: number) =>
    round(height - margin.bottom - (amount / scale / top) * (height - margin.top - margin.bottom))
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={name}
      className={className}
      fontSize="11.5"
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={margin.left}
            x2={width - margin.right}
            y1={y(tick * scale)}
            y2={y(tick * scale)}
            className={tick === 0 ? 'stroke-line-3' : 'stroke-line'}
          />
          <text x={margin.left - 8} y={y(tick * scale) + 4} textAnchor="end" className="fill-ink-3">
            {formatNumber(tick, language)}
          </text>
        </g>
      ))}
      {Array.from({ length: last - first + 1 }, (_, at) => first + at)
        .filter((year) => everyYear || (last - year) % 2 === 0)
        .map((year) => (
          <text key={year} x={x(year)} y={height - 8} textAnchor="middle" className="fill-ink-3">
            {year}
          </text>
        ))}
      {linesOf(marks).map((line) => (
        <polyline
          key={line[0]?.figure.code}
          points={line.map(({ year, amount }) => `${x(year)},${y(amount)}`).join(' ')}
          fill="none"
          strokeWidth="1.5"
          className="stroke-accent"
        />
      ))}
      {marks.map(({ figure, year, amount, shape }) => (
        <g key={figure.code}>
          <Sign shape={shape} x={x(year)} y={y(amount)} isHollow={figure.inferred} />
          <title>
            {[
              formatDate(figure.endsOn, 'year', language, 'short'),
              named(figure),
              formatMoney({ amount: figure.value ?? '0', currency }, language, 'compact'),
            ].join(' · ')}
          </title>
        </g>
      ))}
      {linesOf(marks)
        .flat()
        .map(({ figure, year, amount }) => (
          <text
            key={figure.code}
            x={x(year)}
            y={y(amount) + (isLowest(figure, marks) ? 20 : -10)}
            textAnchor="middle"
            className="fill-ink font-medium"
          >
            {formatNumber(roundDecimal(String(amount / scale), 2), language)}
          </text>
        ))}
    </svg>
  )
}

function Sign({ shape, x, y, isHollow }: { shape: Mark['shape']; x: number; y: number; isHollow: boolean }) {
  const look = {
    strokeWidth: 1.5,
    className: `${isHollow ? 'fill-paper' : shape === 'circle' ? 'fill-accent' : 'fill-ink-2'} ${shape === 'circle' ? 'stroke-accent' : 'stroke-ink-2'}`,
  }
  if (shape === 'circle') return <circle cx={x} cy={y} r="4" {...look} />
  if (shape === 'square') return <rect x={x - 3.75} y={y - 3.75} width="7.5" height="7.5" {...look} />
  return <path d={`M${x} ${y - 4.75} L${x + 4.75} ${y + 3.75} L${x - 4.75} ${y + 3.75} Z`} {...look} />
}

function Legend({ sides, marks }: { sides: readonly SideCode[]; marks: readonly Mark[] }) {
  const t = useTranslations('trade-figures.chart')
  const language = useLocale()
  const rows = [
    { shape: 'circle' as const, words: t('from', { side: countryInSentence(sides[0] ?? '', language) }) },
    { shape: 'square' as const, words: t('from', { side: countryInSentence(sides[1] ?? '', language) }) },
    { shape: 'triangle' as const, words: t('from-others') },
  ].filter(({ shape }) => marks.some((mark) => mark.shape === shape))
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-small text-ink-2">
      {rows.map(({ shape, words }) => (
        <li key={shape} className="flex items-center gap-1.5">
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <Sign shape={shape} x={6} y={6} isHollow={false} />
          </svg>
          {words}
        </li>
      ))}
      {marks.some(({ figure }) => figure.inferred) && (
        <li className="flex items-center gap-1.5">
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <Sign shape="circle" x={6} y={6} isHollow />
          </svg>
          {t('hollow')}
        </li>
      )}
    </ul>
  )
}

/** For each reporter the years that follow one another, two at least; the first figure of a year where there are more. */
function linesOf(marks: readonly Mark[]): Mark[][] {
  const lines: Mark[][] = []
  for (const reporter of new Set(marks.map(({ figure }) => figure.reporter))) {
    const own = marks
      .filter(({ figure }) => figure.reporter === reporter)
      .toSorted((one, other) => one.year - other.year)
    let line: Mark[] = []
    for (const mark of own) {
      const before = line.at(-1)
      if (before?.year === mark.year) continue
      if (before && before.year !== mark.year - 1) {
        if (line.length > 1) lines.push(line)
        line = []
      }
      line.push(mark)
    }
    if (line.length > 1) lines.push(line)
  }
  return lines
}

/** Does another reporter give more for the year? Then the number stands below its mark. */
function isLowest(figure: ShownTradeFigure, marks: readonly Mark[]) {
  const ofYear = marks.filter((mark) => mark.figure.startsOn === figure.startsOn)
  return ofYear.some(({ amount }) => amount > Number(figure.value))
}

/** Where the axis ends, and its even steps: 1, 2 or 5 times a power of ten, three to six of them. */
function axisTo(most: number): { top: number; ticks: number[] } {
  const power = 10 ** Math.floor(Math.log10(most / 3))
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => most / one <= 5) ?? power * 10
  const count = Math.ceil(most / step)
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, at) => at * step) }
}

const round = (pixels: number) => Math.round(pixels * 10) / 10
