import { Anchor, Menu as MenuIcon } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Menu } from '#components/ui/menu.tsx'
import type { Role } from '#lib/access/viewer.ts'
import { type Account, AccountMenu } from './account.tsx'
import { administrationFor } from './administration.ts'
import { Known } from './known.tsx'
import { LanguageMenu } from './language.tsx'
import { Administration, type FramePartnership, Navigation, Tabs, usePlaces } from './navigation.tsx'
import { PartnershipSwitch } from './partnership-switch.tsx'
import { InPartnership, OnPagesOf } from './place.tsx'

/** What stands around every page of who is signed in: navigation at the left (a tab bar at the foot of a
 *  phone), language and account. It shows only what exists for this viewer. `myWork`: how much waits, null
 *  for who has no work here; `roles`: they open what there is to administer. */
export function Frame({
  account,
  partnerships,
  myWork,
  roles,
  children,
}: {
  account: Account
  partnerships: readonly FramePartnership[]
  myWork: number | null
  roles: readonly Role[]
  children: ReactNode
}) {
  const t = useTranslations('frame')
  const navigation = (
    <>
      <PartnershipSwitch partnerships={partnerships} />
      <Navigation partnerships={partnerships} myWork={myWork} />
    </>
  )
  const administration = administrationFor(roles)
  const foot = (
    <>
      <Administration places={administration} />
      <Foot account={account} />
    </>
  )

  return (
    <InPartnership partnerships={partnerships.map(({ code, title }) => ({ code, title }))}>
      <div className="md:grid md:grid-cols-[13.25rem_minmax(0,1fr)] print:block">
        <a href="#main" className="skip-link">
          {t('skip')}
        </a>
        <aside
          aria-label={t('navigation')}
          className="no-print sticky top-0 hidden h-dvh flex-col overflow-y-auto border-r border-line px-2.5 pb-3 md:flex"
        >
          <Link href="/" className="flex h-13.5 flex-none items-center gap-2.5 px-2 text-lead font-strong">
            <Anchor className="size-4.5 text-accent" />
            Langar
          </Link>
          {navigation}
          {foot}
        </aside>
        <main id="main" tabIndex={-1} className="min-w-0 pb-(--tabs) focus:outline-none">
          <Known owner={account.key} places={usePlaces(partnerships, myWork, administration)}>
            {partnerships
              .filter(({ isArchived }) => isArchived)
              .map(({ code }) => (
                <OnPagesOf key={code} code={code}>
                  <p className="border-b border-line bg-sunk px-(--gutter) py-2">{t('archived')}</p>
                </OnPagesOf>
              ))}
            {children}
          </Known>
        </main>
        <nav
          aria-label={t('navigation')}
          className="tabs no-print fixed inset-x-0 bottom-0 z-30 flex h-(--tabs) border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
        >
          <Tabs partnerships={partnerships} myWork={myWork} />
          <Menu
            className="flex-1"
            buttonClass="flex h-full flex-col items-center justify-center gap-0.5 text-tiny text-ink-2"
            panelClass="fixed inset-x-2 bottom-[calc(var(--tabs)+0.5rem)] max-h-[calc(100dvh-var(--tabs)-1.5rem)] overflow-y-auto p-2.5"
            label={
              <>
                <MenuIcon className="size-5" />
                {t('more')}
              </>
            }
          >
            {navigation}
            {foot}
          </Menu>
        </nav>
      </div>
    </InPartnership>
  )
}

function Foot({ account }: { account: Account }) {
  return (
    <div className="mt-auto flex flex-col gap-px border-t border-line pt-2">
      <LanguageMenu />
      <AccountMenu account={account} />
    </div>
  )
}
