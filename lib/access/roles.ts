import type { Actor } from '#lib/rules/milestone-status.ts'
import type { PartnershipAudience } from '#lib/rules/visibility.ts'
import type { Held, Role, Viewer } from './viewer.ts'

/** The role's post in a partnership, if the viewer holds one: with it he acts. */
export function holds(viewer: Viewer, partnership: string, role: Role): Held | undefined {
  return viewer.held.find((held) => held.role === role && held.partnership === partnership)
}

/** The post with which the viewer administers the side of his country, in whichever partnership. */
export function sideAdmin(viewer: Viewer): Held | undefined {
  return viewer.held.find(({ role }) => role === 'side_admin')
}

/** The partnerships, by UUID, whose side of his country the viewer administers. */
export function administeredBy(viewer: Viewer): string[] {
  return viewer.held.flatMap(({ role, partnership }) => (role === 'side_admin' ? (partnership ?? []) : []))
}

/** A role that hangs on a post; `partnership`: its UUID, null for the installation's admin. */
export type GivenRole = { role: Role; partnership: string | null }

/** May the viewer give and take all these roles? A side's are its own admin's, the installation's its admin's. Whoever
 *  fills a post gives its roles, and whoever issues a link for a person opens what that person may. */
export function mayGiveAll(viewer: Viewer, roles: readonly GivenRole[]): boolean {
  return roles.every(({ role, partnership }) =>
    partnership === null
      ? viewer.held.some((held) => held.role === role)
      : holds(viewer, partnership, 'side_admin') !== undefined,
  )
}

/** The post of an admin of the installation, who keeps countries, calendars and partnerships. */
export function adminOf(viewer: Viewer): Held | undefined {
  return viewer.held.find(({ role }) => role === 'admin')
}

/** The official's post in the organisation that answers for something. */
export function officialOf(
  viewer: Viewer,
  partnership: string,
  organisation: string | null,
): Held | undefined {
  return viewer.held.find(
    (held) =>
      held.role === 'official' && held.partnership === partnership && held.organisation === organisation,
  )
}

/** The posts with which he takes the steps of reports in a partnership; whoever only reads there takes none. */
export function stepTakersIn(viewer: Viewer, partnership: string): Held[] {
  return viewer.held.filter(
    (held) => held.partnership === partnership && (held.role === 'official' || held.role === 'staff'),
  )
}

/** The post that keeps the plan (initiatives and their milestones): staff of a side, of what both share and of their own
 *  side's; in what both share the admins too, who see nothing else. `kind`: of the record's audience. */
export function keepsPlan(
  viewer: Viewer,
  partnership: string,
  kind: PartnershipAudience['kind'],
): Held | undefined {
  const staff = holds(viewer, partnership, 'staff')
  if (staff || kind !== 'shared') return staff
  return (
    holds(viewer, partnership, 'side_admin') ?? (writesIn(viewer, partnership) ? adminOf(viewer) : undefined)
  )
}

/** Of an archived partnership nobody writes anything. What is public of one bears its UUID. */
function writesIn(viewer: Viewer, partnership: string): boolean {
  return viewer.writeAudiences.includes(partnership)
}

/** The viewer as the rules of a milestone see him. */
export function actorIn(viewer: Viewer, partnership: string): Actor {
  const here = viewer.held.filter((held) => held.partnership === partnership)
  return {
    staffOf: here.some(({ role }) => role === 'staff') ? [viewer.side] : [],
    officialOf: here
      .filter(({ role }) => role === 'official')
      .map(({ organisation }) => ({ side: viewer.side, organisationId: organisation })),
  }
}
