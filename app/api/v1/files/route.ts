import { receiveFile } from '#lib/runner/file-doors.ts'

export const POST = receiveFile
