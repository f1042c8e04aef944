import { useTranslations } from 'next-intl'
import { Tag } from '#components/ui/tag.tsx'
import { useWord } from '#components/ui/use-word.tsx'

/** The roles that hang on a post, each with its partnership; the installation's admin has none. */
export function Roles({ of }: { of: readonly { role: string; partnership: string | null }[] }) {
  const t = useTranslations('people.roles')
  const word = useWord((messages) => messages.people.role)
  if (of.length === 0) return <span className="text-small text-ink-3">{t('none')}</span>
  return (
    <span className="flex flex-wrap gap-1">
      {of.map(({ role, partnership }) => (
        <Tag key={`${role} ${partnership}`}>
          {word(role) ?? role}
          {partnership !== null && ` · ${partnership}`}
        </Tag>
      ))}
    </span>
  )
}
