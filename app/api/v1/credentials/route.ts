import { choosePassword } from '#lib/people/choose-password.ts'
import { linkDoor } from '#lib/runner/link-door.ts'

export const POST = linkDoor(choosePassword)
