import { releaseInitiative } from '#lib/initiatives/release.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(releaseInitiative)
