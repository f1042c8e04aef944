import { cookies } from 'next/headers'
import { cache } from 'react'
import { sessionCookie } from './session-cookie.ts'
import { viewerArrived } from './viewer-on-arrival.ts'
import type { Viewer } from './viewer.ts'

/** The viewer of the request that is being answered; one question to the database a request. */
export const viewerOfRequest = cache(async (): Promise<Viewer | undefined> => {
  const token = (await cookies()).get(sessionCookie())?.value
  return token === undefined ? undefined : viewerArrived(token)
})
