/** Who may see a record: PRODUCT.md, rule 11 and "Who sees what". */
import type { SideCode } from './milestone-status.ts'

export type AudienceKind = 'common' | 'registry' | 'public' | 'shared' | 'side'

/** An audience within one partnership. */
export type PartnershipAudience = { kind: 'public' } | { kind: 'shared' } | { kind: 'side'; side: SideCode }

/** Accepting releases a report to the narrower of *shared* and the milestone's own audience: never to *public*. */
export function releaseTarget(milestoneAudienceKind: PartnershipAudience['kind']): 'shared' | 'side' {
  return milestoneAudienceKind === 'side' ? 'side' : 'shared'
}

/** To whom a release can open it next: nobody's own step is jumped. Null: everybody sees it. */
export function widerThan(kind: PartnershipAudience['kind']): 'shared' | 'public' | null {
  return kind === 'public' ? null : kind === 'shared' ? 'public' : 'shared'
}
