import { createPerson } from '#lib/people/create.ts'
import { peopleList } from '#lib/people/list.ts'
import { answerDoor, door } from '#lib/runner/door.ts'

export const GET = answerDoor(peopleList)
export const POST = door(createPerson)
