import { ChevronRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Flag } from '#components/ui/flag.tsx'
import type { DemoAccount } from '#lib/access/demo-accounts.ts'
import { countryName } from '#lib/format/country.ts'
import type { Text } from '#lib/rules/texts.ts'

/** In demo mode alone: one click for each role on each side, with what the role can do. `directions`:
 *  in their order, for of each the officials with the most open milestones stand first. */
export function DemoAccounts({
  accounts,
  directions,
}: {
  accounts: readonly DemoAccount[]
  directions: readonly Text[]
}) {
  const t = useTranslations('people.demo')
  const sides = [...new Set(accounts.map(({ side }) => side))]
  const admins = accounts.filter(({ role }) => role === 'admin')
  return (
    <section id="accounts" aria-labelledby="accounts-title" className="panel scroll-mt-4">
      <div className="border-b border-line px-4 py-3.5">
        <h2 id="accounts-title" className="text-lead font-medium">
          {t('title')}
        </h2>
        <p className="mt-0.5 text-ink-2">{t('explain')}</p>
      </div>
      {sides.map((side) => (
        <OfSide
          key={side}
          side={side}
          accounts={accounts.filter((account) => account.side === side && account.role !== 'admin')}

          directions={directions}
        />
      ))}
      {admins.length > 0 && (
        <Group title={t('installation')}>
          {admins.map((account) => (
            <RoleEntry key={account.post} account={account} />
          ))}
        </Group>
      )}
    </section>
  )
}

function OfSide({
  side,
  accounts,
  directions,
}: {
  side: string
  accounts: readonly DemoAccount[]
  directions: readonly Text[]
}) {
  const language = useLocale()
  const officials = accounts.filter(({ role }) => role === 'official')
  const before = accounts.filter(({ role }) => role === 'staff')
  const after = accounts.filter(({ role }) => role !== 'staff' && role !== 'official')
  return (
    <Group
      title={
        <span className="flex items-center gap-2">
          <Flag code={side} className="size-4.5" />
          {countryName(side, language)}
        </span>
      }
    >
      {before.map((account) => (
        <RoleEntry key={account.post} account={account} />
      ))}
      {officials.length > 0 && <Officials officials={officials} directions={directions} />}
      {after.map((account) => (
        <RoleEntry key={account.post} account={account} />
      ))}
    </Group>
  )
}

function Group({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="border-b border-line px-2 py-2.5 last:border-b-0">
      <h3 className="px-2 pb-1 font-strong">{title}</h3>
      <ul className="flex flex-col">{children}</ul>
    </div>
  )
}

function RoleEntry({ account }: { account: DemoAccount }) {
  const t = useTranslations('people.demo')
  return (
    <li>
      <Entry account={account}>
        <span className="block font-medium">{t(`role.${account.role}`)}</span>
        <span className="block text-small text-ink-2">{t(`can.${account.role}`)}</span>
      </Entry>
    </li>
  )
}

/** Of each direction the one with the most open milestones can be seen at once; the others are opened. */
function Officials({
  officials,
  directions,
}: {
  officials: readonly DemoAccount[]
  directions: readonly Text[]
}) {
  const t = useTranslations('people.demo')
  const place = ({ direction }: DemoAccount) => directions.findIndex(({ text }) => text === direction?.text)
  const ordered = officials.toSorted(
    (one, other) => place(one) - place(other) || other.openMilestones - one.openMilestones,
  )
  const isFirst = (official: DemoAccount) =>
    ordered.find(({ direction }) => direction?.text === official.direction?.text) === official
  const first = ordered.filter(isFirst)
  const others = ordered.filter((official) => !isFirst(official))
  return (
    <li className="my-1 border-y border-line py-2">
      <p className="px-2 font-medium">{t('role.official')}</p>
      <p className="px-2 pb-1 text-small text-ink-2">{t('can.official')}</p>
      <ul>
        {first.map((official) => (
          <OfficialEntry key={official.post} official={official} />
        ))}
      </ul>
      {others.length > 0 && (
        <details className="group">
          <summary className="tap flex min-h-8 items-center gap-1 rounded-field px-2 text-ink-2 hover:text-accent">
            <ChevronRight className="transition-transform group-open:rotate-90" />
            {t('other-officials', { count: others.length })}
          </summary>
          <ul>
            {others.map((official) => (
              <OfficialEntry key={official.post} official={official} />
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

function OfficialEntry({ official }: { official: DemoAccount }) {
  const t = useTranslations('people.demo')
  const { organisation, direction, openMilestones } = official
  return (
    <li>
      <Entry account={official}>
        <span lang={(direction ?? organisation).language} className="block font-medium">
          {(direction ?? organisation).text}
        </span>
        <span className="block text-small text-ink-2">
          {direction && (
            <>
              <span lang={organisation.language}>{organisation.text}</span> ·{' '}
            </>
          )}
          {t('open', { count: openMilestones })}
        </span>
      </Entry>
    </li>
  )
}

/** A plain form, so that it works without JavaScript. It leads on to where the role begins. */
function Entry({ account: { post }, children }: { account: DemoAccount; children: ReactNode }) {
  return (
    <form method="post" action="/api/auth/callback/demo">
      <input type="hidden" name="post" value={post} />
      <input type="hidden" name="callbackUrl" value="/sign-in" />
      <button className="group/entry tap flex w-full items-center gap-2 rounded-field px-2 py-1.5 text-start transition-colors hover:bg-accent-soft">
        <span className="min-w-0 flex-1">{children}</span>
        <ChevronRight className="text-ink-3 group-hover/entry:text-accent" />
      </button>
    </form>
  )
}
