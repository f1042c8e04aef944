/** Where the day of a role begins. `partnership`: its code; undefined: there is none yet. */
export function firstPage(role: string, partnership: string | undefined): string {
  if (role === 'official') return '/my-work'
  if (role === 'admin') return '/admin/partnerships'
  if (partnership === undefined) return '/'
  return `/${partnership}/${role === 'staff' ? 'board' : 'overview'}`
}
