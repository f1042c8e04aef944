import { Globe } from 'lucide-react'

// The flags in public/flags; a test holds the two equal.
export const drawnFlags: ReadonlySet<string> = new Set(
  (
    'ae af am ar at au az be br by ca ch cn cz de dk es eu fi fr gb ge hu id in it jp kg kr kz mn mx my nl pk pl ro ru sa se sg ' +
    'th tj tm tr ua us uz vn za'
  ).split(' '),
)

/** The round flag of a country, beside its name or its body: a drawing only, so it says nothing to readers
 *  of the screen. code: ISO 3166 alpha-2; null for what belongs to no country. A country without a drawing
 *  shows its letters. */
export function Flag({ code, className = 'size-4' }: { code: string | null; className?: string }) {
  const shape = `flag ${className}`
  if (code === null) return <Globe className={`${shape} text-ink-3`} />
  if (!drawnFlags.has(code.toLowerCase())) {
    return (
      <span aria-hidden className={`${shape} bg-line text-[0.5rem] leading-none font-strong text-ink-2`}>
        {code}
      </span>
    )
  }
  return (
    <img
      src={`/flags/${code.toLowerCase()}.svg`}
      alt=""
      width={16}
      height={16}
      data-drawn
      className={shape}
    />
  )
}
