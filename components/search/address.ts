import type { SearchResult } from '#lib/search/results.ts'

/** Where what was found stands. */
export function addressOf({ kind, code, partnership }: SearchResult): string {
  switch (kind) {
    case 'partnerships':
      return `/${partnership}/overview`
    case 'decisions':
      return `/${partnership}/meetings/${code}`
    case 'directions':
    case 'initiatives':
    case 'milestones':
    case 'organisations':
    case 'agreements':
    case 'meetings':
    case 'sources':
      return `/${partnership}/${kind}/${code}`
  }
}
