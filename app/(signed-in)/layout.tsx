import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '#components/frame/frame.tsx'
import { countryName } from '#lib/format/country.ts'
import { partnershipsFrame } from '#lib/partnerships/frame.ts'
import { ask } from '#lib/runner/ask.ts'

/** The frame. It decides nothing, for layouts do not run again on navigation: each page asks for itself. */
export default async function SignedInLayout({ children }: LayoutProps<'/'>) {
  const { person, name, side, role, roles, partnerships, myWork } = await ask(partnershipsFrame)
  const t = await getTranslations('frame.role')
  const country = countryName(side, await getLocale())
  return (
    <Frame
      account={{
        key: person,
        name,
        role: role === null ? country : t(role, { country }),
        side,
        signOut: { action: '/api/auth/signout', fields: { callbackUrl: '/' } },
      }}
      partnerships={partnerships.map((partnership) => ({ ...partnership, title: partnership.title.text }))}
      myWork={myWork}
      roles={roles}
    >
      {children}
    </Frame>
  )
}
