import { createInitiative } from '#lib/initiatives/create.ts'
import { initiativeList } from '#lib/initiatives/list.ts'
import { answerDoor, door } from '#lib/runner/door.ts'

export const GET = answerDoor(initiativeList)
export const POST = door(createInitiative)
