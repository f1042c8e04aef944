import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Flag } from '#components/ui/flag.tsx'
import { Menu } from '#components/ui/menu.tsx'

/** Who is signed in. key: one for each person (drafts in the browser are kept under it); role: in words,
 *  "Staff, Uzbekistan". signOut: where the form goes, with the fields that it needs (next-auth wants its
 *  csrfToken). */
export type Account = {
  key: string
  name: string
  role: string
  side: string | null
  signOut: { action: string; fields: Readonly<Record<string, string>> }
}

const row =
  'tap flex min-h-7.5 items-center gap-2.25 rounded-field px-2 text-ink-2 hover:bg-sunk hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent'

export function AccountMenu({ account }: { account: Account }) {
  const t = useTranslations('frame')
  return (
    <Menu
      buttonClass={row}
      panelClass="absolute bottom-full left-0 mb-1 w-full min-w-56"
      label={
        <>
          <Flag code={account.side} className="size-3.75" />
          <span className="sr-only">{t('account')}</span>
          <span className="min-w-0 py-1 text-start leading-4">{account.role}</span>
        </>
      }
    >
      <p className="border-b border-line px-2 pt-1 pb-2">
        <span className="block font-medium">{account.name}</span>
        <span className="text-small text-ink-2">{account.role}</span>
      </p>
      <form method="post" action={account.signOut.action} className="pt-1">
        {Object.entries(account.signOut.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button className="tap flex min-h-8 w-full items-center gap-2.25 rounded-small px-2 text-start hover:bg-sunk">
          <LogOut className="text-ink-3" />
          {t('sign-out')}
        </button>
      </form>
    </Menu>
  )
}
