import { Building2, Globe, Handshake, ListOrdered, type LucideIcon, UserCog } from 'lucide-react'
import type { Role } from '#lib/access/viewer.ts'

export type AdministrationPlace = {
  name: 'countries' | 'partnerships' | 'organisations' | 'people' | 'acceptance-steps'
  icon: LucideIcon
  href: string
}

/** What there is to administer, and for whom. */
const places: readonly (AdministrationPlace & { roles: readonly Role[] })[] = [
  { name: 'countries', icon: Globe, href: '/admin/countries', roles: ['admin'] },
  { name: 'partnerships', icon: Handshake, href: '/admin/partnerships', roles: ['admin'] },
  { name: 'organisations', icon: Building2, href: '/admin/organisations', roles: ['side_admin'] },
  { name: 'people', icon: UserCog, href: '/admin/people', roles: ['side_admin'] },
  { name: 'acceptance-steps', icon: ListOrdered, href: '/admin/acceptance-steps', roles: ['side_admin'] },
]

/** The places that these roles open. */
export function administrationFor(held: readonly Role[]): AdministrationPlace[] {
  return places.filter(({ roles }) => roles.some((role) => held.includes(role)))
}
