/** Where the day of a role begins. `partnership`: its code. */
export function firstPage(role: string, partnership: string): string {
  if (role === 'official') return '/my-work'
  return `/${partnership}/${role === 'staff' ? 'board' : 'overview'}`
}
