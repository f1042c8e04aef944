/**
 * Why a script ends before its work is done, in one sentence for the person who typed it; never a bug. Shown on
 * stderr without a stack, exit code 1.
 */
export class StopReason extends Error {
  override name = 'StopReason'
}

/** The sentence for what the machine refuses and its owner can mend; undefined for anything else, which is a bug. */
export function stopReasonOf(error: unknown): string | undefined {
  if (error instanceof StopReason) return error.message
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? error.code : undefined
  const path = 'path' in error ? String(error.path) : 'its folder'
  if (isFullDisk(error)) return fullDisk
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `Langar may not write to ${path}: let the user who starts it own that folder, or name another in LANGAR_FOLDER.`
  }
  return undefined
}

export const fullDisk = 'The disk is full: make room, then start Langar again; what was saved before is safe.'

/** ENOSPC and EDQUOT of the system, 53100 of PostgreSQL, or what a program printed that met one of them. */
export function isFullDisk(error: unknown): boolean {
  if (error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT', '53100'].includes(String(error.code)))
    return true
  return /No space left on device|ENOSPC|Disk quota exceeded/.test(String(error))
}
