import { releaseMilestone } from '#lib/milestones/release.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(releaseMilestone)
