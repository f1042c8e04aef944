import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { freePort } from '#lib/core/free-port.ts'
import { makeFolder } from '#lib/core/settings.ts'
import { idOf } from '../prisma/seed/rows.ts'

/** The running program, as a stranger starts it: the embedded database, the real programme, demo mode. */
export type Site = {
  address: string
  folder: string
  process: ChildProcess
  output(): string
  stop(): Promise<void>
  /** kill -9. */
  kill(): Promise<void>
}

const root = join(import.meta.dirname, '..')

export async function startSite(
  at: { folder?: string; port?: number; databaseUrl?: string; environment?: Record<string, string> } = {},
): Promise<Site> {
  const folder = at.folder ?? (await mkdtemp(join(makeFolder(join(root, '.langar')), `site-${process.pid}-`)))
  const port = at.port ?? (await freePort())
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      LANGAR_FOLDER: folder,
      PORT: String(port),
      HOSTNAME: '',
      DATABASE_URL: at.databaseUrl ?? '',
      NODE_ENV: 'production',
      ...at.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ready = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece) => {
      output += String(piece)
      if (output.includes('Langar is ready')) ready.resolve()
    })
  child.on('close', () => {
    ended.resolve()
    ready.reject(new Error(`Langar did not start:\n${output}`))
  })
  const removeOwn = async () => {
    if (!at.folder) await removeInstallation(folder)
  }
  try {
    await ready.promise
  } catch (error) {
    await removeOwn()
    throw error
  }
  return {
    address: `http://127.0.0.1:${port}`,
    folder,
    process: child,
    output: () => output,
    stop: async () => {
      child.kill('SIGINT')
      await ended.promise
      await removeOwn()
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended.promise
    },
  }
}

/** With the database where it lies: as root that may be another place, to which the folder has a link. */
export async function removeInstallation(folder: string): Promise<void> {
  const data = await realpath(join(folder, 'postgres')).catch(() => undefined)
  if (data) await rm(data, { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
}

/** A real Chromium, out of npm. It draws by itself: a graphics card that is only computed costs more than all else. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: [
      ...sparticuz.args.filter(
        (flag) =>
          !/single-process|disable-web-security|site-isolation|headless|gpu|angle|swiftshader/.test(flag),
      ),
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
    ],
    headless: true,
  })
  return browser.on('context', (context) => context.setDefaultTimeout(60_000))
}

/** Someone who has signed in with one click. `who`: the name of a demo account as its mail address has it. */
export async function signedIn(
  browser: Browser,
  site: { address: string },
  who: string,
  wanted: { language?: string; width?: number; javaScript?: boolean } = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    baseURL: site.address,
    viewport: { width: wanted.width ?? 1440, height: 900 },
    javaScriptEnabled: wanted.javaScript ?? true,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  if (wanted.language)
    await context.addCookies([{ name: 'langar-language', value: wanted.language, url: site.address }])
  const page = await context.newPage()
  const post = idOf('post', `${who}@example.org`)
  await page.request.post('/api/auth/callback/demo', {
    form: { post, callbackUrl: '/' },
    headers: { origin: site.address, 'sec-fetch-site': 'same-origin' },
  })
  return { page, context }
}
