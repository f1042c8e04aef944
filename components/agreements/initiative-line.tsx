import Link from 'next/link'
import type { ReactNode } from 'react'
import { Own } from '#components/facts/marks.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Code, Tag } from '#components/ui/tag.tsx'
import { useWord } from '#components/ui/use-word.tsx'
import type { DescendingInitiative } from '#lib/agreements/agreement.ts'
import { shortCode } from '#lib/rules/codes.ts'

/** An initiative in another record's list, with its direction and what was reported of it as a whole. */
export function InitiativeLine({
  initiative: { code, title, direction, standing, own },
  partnership,
  children,
}: {
  initiative: DescendingInitiative
  partnership: string
  children?: ReactNode
}) {
  const word = useWord(({ initiatives }) => initiatives.standing)
  return (
    <li className="grid items-baseline gap-x-4 gap-y-0.5 py-2.5 md:grid-cols-[4.5rem_minmax(0,1fr)_auto]">
      <Code>{shortCode(code, partnership)}</Code>
      <span className="min-w-0">
        <Link href={`/${partnership}/initiatives/${code}`} className="quiet-link font-medium">
          <RecordText text={title} />
        </Link>
        <span className="block text-small text-ink-2">
          <RecordText text={direction.title} isQuiet />
          {children}
        </span>
      </span>
      <span className="flex gap-1.5">
        {own && <Own />}
        <Tag>{word(standing) ?? standing}</Tag>
      </span>
    </li>
  )
}
