import { archiveMilestone } from '#lib/milestones/archive.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(archiveMilestone)
