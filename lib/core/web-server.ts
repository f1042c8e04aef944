import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { StopReason } from './stop-reason.ts'

export type Site = {
  host: string
  port: number
  /** The operator's own proxy stands before us, and its forwarding headers are believed. */
  trustProxy: boolean
  /** People reach us over HTTPS alone. */
  https: boolean
  /** Put on the requests that come straight from this machine; known to nobody outside this process. */
  directSecret: string
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>
}

/** Listens, and marks each request before it is answered (see `mark`). `close` lets the running ones end, for 10 s. */
export async function serve(site: Site): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    mark(request, site)
    response.setHeaders(safeguards)
    if (site.https) response.setHeader('strict-transport-security', 'max-age=31536000')
    if (!isAnAddress(request.url)) return void response.writeHead(400).end()
    site.answer(request, response).catch((error: unknown) => response.destroy(asError(error)))
  })
  server.requestTimeout = 15 * 60_000 // 25 MB of evidence over a bad line
  server.on('upgrade', (request, socket, head) => {
    mark(request, site)
    if (!site.upgrade) return socket.destroy()
    site.upgrade(request, socket, head).catch((error: unknown) => socket.destroy(asError(error)))
  })

  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', (error: NodeJS.ErrnoException) => reject(whyNot(error, site)))
  server.listen(site.port, site.host, resolve)
  await promise

  return {
    close: async () => {
      const closed = Promise.withResolvers<void>()
      server.close(() => closed.resolve())
      const idle = setInterval(() => server.closeIdleConnections(), 50)
      const patience = setTimeout(() => server.closeAllConnections(), 10_000)
      await closed.promise
      clearInterval(idle)
      clearTimeout(patience)
    },
  }
}

/** Whatever is answered. The policy of scripts and styles carries a nonce and is set in proxy.ts; these need none. */
const safeguards = new Map([
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  [
    'Permissions-Policy',
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  ],
])

/** Next.js answers 500 to a path with half a letter in it (`/%ff`). */
function isAnAddress(url = ''): boolean {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '') !== ''
  } catch {
    return false
  }
}

/** Before the long steps of a start: whether `serve` will get its port. */
export async function assertPortIsFree(site: Pick<Site, 'host' | 'port'>): Promise<void> {
  const server = createServer()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', (error: NodeJS.ErrnoException) => reject(whyNot(error, site)))
  server.listen(site.port, site.host, () => server.close(() => resolve()))
  await promise
}

function whyNot(error: NodeJS.ErrnoException, { host, port }: Pick<Site, 'host' | 'port'>): Error {
  if (error.code === 'EADDRINUSE') {
    return new StopReason(
      `Port ${port} is taken by another program: stop it, or choose another port with PORT=${port + 1}.`,
    )
  }
  if (error.code === 'EACCES')
    return new StopReason(`This user may not listen on port ${port}: choose one above 1023 in PORT.`)
  if (error.code === 'EADDRNOTAVAIL')
    return new StopReason(`This machine has no address ${host}, which HOSTNAME names.`)
  return error
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

/**
 * What is known of a request only where its socket is: Next.js fills in forwarding headers of its own, so that nothing
 * behind it can tell. Headers `x-langar-…` from outside are dropped, and these are set:
 * - `x-langar-address`: whence it came; behind a trusted proxy what the proxy has seen.
 * - `x-langar-direct`: `directSecret`, when it came from this machine, for a name of this machine, through no proxy.
 * Forwarding headers are dropped too unless the proxy is trusted: then nothing behind us can believe a forged one.
 */
export function mark(request: IncomingMessage, site: Pick<Site, 'trustProxy' | 'directSecret'>): void {
  const { headers, socket } = request
  const direct = isFromHere(socket) && isForHere(headers.host) && !Object.keys(headers).some(isForwarding)
  const address = addressOf(request, site.trustProxy)

  drop(request, (name) => name.startsWith('x-langar-') || (!site.trustProxy && isForwarding(name)))
  headers['x-langar-address'] = address
  if (direct) headers['x-langar-direct'] = site.directSecret
}

function isFromHere({ remoteAddress = '' }: Pick<Socket, 'remoteAddress'>): boolean {
  return /^(::ffff:)?127\.|^::1$/.test(remoteAddress)
}

function isForHere(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? '')
}

const forwarding = new Set([
  'forwarded',
  'via',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'x-original-host',
  'x-host',
  'x-envoy-external-address',
  'true-client-ip',
  'cf-connecting-ip',
  'cf-ray',
  'cdn-loop',
  'fastly-client-ip',
])

function isForwarding(name: string): boolean {
  return forwarding.has(name) || name.startsWith('x-forwarded')
}

/** The last of x-forwarded-for is what the trusted proxy has added itself; those before it anybody can write. */
function addressOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? String(headers['x-forwarded-for'] ?? '') : ''
  const last = forwarded.split(',').at(-1)?.trim() ?? ''
  return isIP(last) ? last : (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
}

/** From both forms in which Node keeps them. */
function drop(request: IncomingMessage, unwanted: (name: string) => boolean): void {
  for (const name of Object.keys(request.headers)) if (unwanted(name)) delete request.headers[name]
  const { rawHeaders } = request
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    if (unwanted(rawHeaders[at]?.toLowerCase() ?? '')) rawHeaders.splice(at, 2)
  }
}
