import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { TwoKeys } from '#components/milestones/two-keys.tsx'
import { Lines, Panel } from '#components/ui/card.tsx'
import { RecordText } from '#components/ui/record-text.tsx'
import { Code } from '#components/ui/tag.tsx'
import { countryName } from '#lib/format/country.ts'
import { formatDue } from '#lib/format/due.ts'
import { formatPercent } from '#lib/format/percent.ts'
import type { SeenPartnership } from '#lib/partnerships/seen.ts'
import type { Waiting as WaitingThings, WaitingItem } from '#lib/partnerships/waiting.ts'

/** What waits for whoever reads this: reports, keys, disputes, dates. */
export function Waiting({ waiting, partnership }: { waiting: WaitingThings; partnership: SeenPartnership }) {
  const t = useTranslations('partnerships.waiting')
  const { items, all, page } = waiting
  return (
    <Panel title={t('title')} count={page === null ? undefined : all}>
      {items.length === 0 ? (
        <p className="text-ink-2">{t(page === null ? 'no-duties' : 'nothing')}</p>
      ) : (
        <Lines>
          {items.map((item) => (
            <Item key={`${item.kind}${item.item ?? item.code}`} item={item} partnership={partnership} />
          ))}
        </Lines>
      )}
      {page !== null && all > items.length && (
        <p className="pt-2">
          <Link
            href={page === 'review' ? `/${partnership.code}/review` : '/my-work'}
            className="link inline-block min-h-6 content-center"
          >
            {t('all', { count: all })}
          </Link>
        </p>
      )}
    </Panel>
  )
}

function Item({
  item: { kind, code, title, status, standing, item, percent, since },
  partnership,
}: {
  item: WaitingItem
  partnership: SeenPartnership
}) {
  const t = useTranslations('partnerships.waiting')
  const language = useLocale()
  const names = Object.fromEntries(partnership.sides.map((side) => [side, countryName(side, language)]))
  return (
    <li>
      <div className="flex items-center justify-between gap-2">
        <Code>{code}</Code>
        <TwoKeys sides={partnership.sides} verdicts={standing} status={status} names={names} />
      </div>
      <Link
        href={
          item === null
            ? `/${partnership.code}/milestones/${code}`
            : `/${partnership.code}/review?item=${item}`
        }
        className="quiet-link block"
      >
        <RecordText text={title} isQuiet />
      </Link>
      <p className="text-small text-ink-2">
        {t(`kind.${kind}`)}
        {percent !== null && `\u00A0· ${formatPercent(percent, language)}`}
        {since && `\u00A0· ${formatDue(since, language)}`}
      </p>
    </li>
  )
}
