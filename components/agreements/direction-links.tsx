import Link from 'next/link'
import { RecordText } from '#components/ui/record-text.tsx'
import type { Text } from '#lib/rules/texts.ts'

/** The directions that a record is about, each leading to its page. */
export function DirectionLinks({
  of,
  partnership,
}: {
  of: readonly { code: string; title: Text }[]
  partnership: string
}) {
  return (
    <ul className="flex flex-col gap-0.5">
      {of.map(({ code, title }) => (
        <li key={code}>
          <Link href={`/${partnership}/directions/${code}`} className="link">
            <RecordText text={title} isQuiet />
          </Link>
        </li>
      ))}
    </ul>
  )
}
