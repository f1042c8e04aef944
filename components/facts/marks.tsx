import { useTranslations } from 'next-intl'
import { Tag } from '#components/ui/tag.tsx'

/** Not stated outright by a source. */
export function Inferred() {
  return <Tag>{useTranslations('records')('inferred')}</Tag>
}

/** Only the viewer's own side sees it. */
export function Own() {
  return <Tag tone="accent">{useTranslations('records')('own')}</Tag>
}

/** Unknown is a state: neither nought nor no. */
export function NotStated() {
  return <span className="text-ink-3">{useTranslations('records')('not-stated')}</span>
}

/** What whoever put the data together noted, in English. */
export function Remark({ children }: { children: string }) {
  return (
    <span lang="en" className="text-ink-2">
      {children}
    </span>
  )
}

/** How many both sides see, and how many more of our own. */
export function SharedCount({ of }: { of: readonly { own: boolean }[] }) {
  const t = useTranslations('records')
  const own = of.filter((record) => record.own).length
  const shared = of.length - own
  return own === 0 ? shared : t('with-own', { shared: String(shared), own: String(own) })
}
