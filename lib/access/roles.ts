import type { Actor } from '#lib/rules/milestone-status.ts'
import type { Held, Role, Viewer } from './viewer.ts'

/** The role's post in a partnership, if the viewer holds one: with it he acts. */
export function holds(viewer: Viewer, partnership: string, role: Role): Held | undefined {
  return viewer.held.find((held) => held.role === role && held.partnership === partnership)
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
