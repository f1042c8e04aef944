// What npm start and npm run dev do: builds what is stale, starts the database (or opens that of DATABASE_URL), applies
// migrations, loads the real programme on the first run, and serves until Ctrl-C.

import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { buildApplication, generateClient, isBuilt } from '../lib/core/build.ts'
import { openDatabaseServer } from '../lib/core/database-server.ts'
import { applyMigrations } from '../lib/core/migrations.ts'
import { becomeOnlyInstance } from '../lib/core/only-instance.ts'
import { root, say } from '../lib/core/script.ts'
import { keptSecret } from '../lib/core/secret.ts'
import { makeFolder, readSettings } from '../lib/core/settings.ts'
import type { Settings } from '../lib/core/settings.ts'
import { stopReasonOf, StopReason } from '../lib/core/stop-reason.ts'
import { assertPortIsFree, serve } from '../lib/core/web-server.ts'
import type { Site } from '../lib/core/web-server.ts'
import { seedIfEmpty } from './seed.ts'

export async function start(how: { dev: boolean }): Promise<void> {
  Object.assign(process.env, { NODE_ENV: how.dev ? 'development' : 'production' })
  const told = toldToStop()
  try {
    await serveUntil(told, how)
  } catch (error) {
    if (!told.signal.aborted) throw error // else what failed was cut off
  }
}

async function serveUntil(told: Told, { dev }: { dev: boolean }): Promise<void> {
  const { signal } = told
  const settings = readSettings()
  const { address } = settings
  makeFolder(settings.folder)
  await using ending = new AsyncDisposableStack()

  const [database] = await Promise.all([openDatabaseServer(settings), loadAhead()])
  let alone = false
  ending.defer(() => (alone ? database.stop() : database.leave()))
  const instance = await becomeOnlyInstance(database.ownerUrl, settings.folder, address, told.giveUp)
  ending.defer(() => instance.end())
  alone = true
  database.keepRunning(told.giveUp)
  await assertPortIsFree(settings)

  await generateClient(signal)
  if (!dev) await buildApplication(signal)
  say('Applying migrations …')
  await applyMigrations(database.ownerUrl, join(root, 'prisma/migrations'))
  await seedIfEmpty(database.ownerUrl, { demo: settings.databaseUrl === undefined })
  if (signal.aborted) return

  const directSecret = randomBytes(32).toString('base64url')
  Object.assign(process.env, await environmentOf(settings, database.ownerUrl, directSecret))
  const pool = await poolBehindTheWall()
  ending.defer(() => pool.end())

  const { default: next } = await import('next')
  const application = next({ dev, dir: root, hostname: settings.host, port: settings.port })
  ending.defer(() => application.close())
  await Promise.all([hourlyUpkeep(ending), application.prepare()])
  const server = await serve({
    ...settings,
    directSecret,
    answer: await (dev ? uncompressed : inFrontOf)(application.getRequestHandler()),
    upgrade: application.getUpgradeHandler(),
  })
  ending.defer(() => server.close())

  say(`Langar is ready: ${address}`)
  await told.promise
}

/** PostgreSQL takes its time to start: meanwhile what is needed afterwards is loaded, if it will not be made anew. What
 *  fails here fails again where it is needed. */
async function loadAhead(): Promise<void> {
  if (!(await isBuilt())) return
  await Promise.allSettled([import('next'), import('../lib/core/database.ts')])
}

type Told = { promise: Promise<void>; signal: AbortSignal; giveUp(reason: unknown): void }

/** By Ctrl-C, by the system, or because what Langar stands on is gone; from then on the process ends in order. */
function toldToStop(): Told {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  promise.catch(() => {}) // a start that fails earlier never comes to wait for it
  const controller = new AbortController()
  const stop = () => {
    if (!controller.signal.aborted) say('Stopping …')
    controller.abort()
    resolve()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop)
  if (process.env.npm_lifecycle_event) whenParentEnds(stop)
  return { promise, signal: controller.signal, giveUp: reject }
}

/** npm hands SIGTERM to the shell between it and us, which ends and hands it to nobody. */
function whenParentEnds(stop: () => void): void {
  const parent = process.ppid
  setInterval(() => process.ppid === parent || stop(), 500).unref()
}

/** What the application reads. Demo mode needs both: our own database, and an address that only this machine reaches. */
async function environmentOf(settings: Settings, ownerUrl: string, directSecret: string) {
  const demo = settings.databaseUrl === undefined && ['127.0.0.1', 'localhost', '::1'].includes(settings.host)
  return {
    DATABASE_URL: ownerUrl,
    LANGAR_FOLDER: settings.folder,
    LANGAR_DEMO: demo ? '1' : '',
    LANGAR_DIRECT_SECRET: directSecret,
    NEXTAUTH_SECRET: settings.secret ?? (await keptSecret(settings.folder)),
    // The site's address is that of the request, unless the operator names it in NEXTAUTH_URL.
    AUTH_TRUST_HOST: 'true',
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

/** The application's connections, once it is sure that they cannot pass the wall. */
async function poolBehindTheWall() {
  const { wallStands } = await import('../lib/access/wall.ts')
  await wallStands().catch((error: unknown) => {
    throw new StopReason(stopReasonOf(error) ?? String(error))
  })
  const { connections } = await import('../lib/core/database.ts')
  return connections()
}

/** What stands before Next.js. Loaded late, for the database client that it needs is generated here. */
async function inFrontOf(answer: Site['answer']): Promise<Site['answer']> {
  const { recognisedOnArrival } = await import('../lib/access/viewer-on-arrival.ts')
  const { doorsInFront } = await import('../lib/runner/doors-in-front.ts')
  const { keptPages } = await import('../lib/runner/kept-pages.ts')
  return recognisedOnArrival(await doorsInFront(join(root, 'app'), keptPages(answer)))
}

/** In development Next.js asks the doors, so that what is edited counts at once; it drops what they say of an encoding. */
async function uncompressed(answer: Site['answer']): Promise<Site['answer']> {
  return async (request, response) => {
    delete request.headers['accept-encoding']
    await answer(request, response)
  }
}

/** From the start on, once an hour: files that were sent and never became evidence go, and where a day has begun what is late by
 *  now is counted as late. Nobody waits for it. What fails is tried again in an hour. */
async function hourlyUpkeep(ending: AsyncDisposableStack): Promise<void> {
  const { sweepFiles } = await import('../lib/evidence/sweep.ts')
  const { countDay } = await import('../lib/milestones/count-day.ts')
  const failed = (what: string) => (error: unknown) =>
    void process.stderr.write(`${what}: ${String(error)}\n`)
  const keepUp = () =>
    Promise.all([
      sweepFiles().catch(failed('Files were not swept')),
      countDay().catch(failed('What is late was not counted')),
    ])
  let atWork = keepUp()
  const hourly = setInterval(() => (atWork = keepUp()), 60 * 60_000)
  ending.defer(async () => {
    clearInterval(hourly)
    await atWork
  })
}
