import { releaseAgreement } from '#lib/agreements/release.ts'
import { door } from '#lib/runner/door.ts'

export const POST = door(releaseAgreement)
