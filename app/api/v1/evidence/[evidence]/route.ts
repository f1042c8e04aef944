import { evidenceFile } from '#lib/evidence/file.ts'
import { fileDoor } from '#lib/runner/file-doors.ts'

export const GET = fileDoor(evidenceFile)
