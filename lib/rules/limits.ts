/** How much a record may hold. Forms say so before sending, commands refuse after. */

export const maxFileBytes = 25 * 1024 * 1024

export const maxEvidencePerReport = 20

/** In characters. */
export const maxLength = {
  title: 500,
  reason: 2000,
  narrative: 5000,
  name: 200,
  acronym: 40,
  email: 320,
} as const

/** Of a milestone, beside the others of its initiative; the least is one. */
export const maxWeight = 1000

/** Milestones that are released together with their initiative. */
export const mostAlong = 200

/** Of what is searched for, in characters: less finds everything, more finds nothing. */
export const searchLength = { min: 2, max: 200 } as const

/** What may be evidence: documents, tables, slides, pictures, a film, an archive. No page and no drawing that a browser
 *  would run as a program (HTML, SVG). */
export const evidenceMediaTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'text/plain',
  'text/csv',
  'video/mp4',
  'application/zip',
] as const

export function isEvidenceMediaType(mediaType: string): boolean {
  return evidenceMediaTypes.some((allowed) => allowed === mediaType)
}
