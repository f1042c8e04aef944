import { auditEventList } from '#lib/audit-events/list.ts'
import { answerDoor } from '#lib/runner/door.ts'

export const GET = answerDoor(auditEventList)
