import Link from 'next/link'
import { RecordText } from '#components/ui/record-text.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import type { SideCode } from '#lib/rules/milestone-status.ts'
import type { ShownTradeFigure } from '#lib/trade-figures/trade.ts'

/** Who published a figure: a body with its page, or as the source calls it. */
export function Reporter({
  figure: { body, reporter },
  partnership,
}: {
  figure: ShownTradeFigure
  partnership: string
}) {
  const named = useReporterNames()
  if (!body) return <span>{named({ body, reporter })}</span>
  return (
    <Link
      href={`/${partnership}/organisations/${body.code}`}
      className="quiet-link inline-block min-h-6 content-center"
    >
      <RecordText text={body.name} isQuiet />
    </Link>
  )
}

/** The side whose reporter it is; null for anybody else. A source calls a reporter that is no body `UZ press`. */
export function sideOf(
  { body, reporter }: Pick<ShownTradeFigure, 'body' | 'reporter'>,
  sides: readonly SideCode[],
) {
  return body ? body.side : (sides.find((side) => reporter.split(' ')[0] === side) ?? null)
}

/** The same as a plain string, for a drawing. */
export function useReporterNames() {
  const word = useWord((messages) => messages['trade-figures'].reporter)
  return ({ body, reporter }: Pick<ShownTradeFigure, 'body' | 'reporter'>) =>
    body?.name.text ?? word(reporter.toLowerCase().replace(/[^a-z]+/g, '-')) ?? reporter
}
