// npm run bench: what Langar's work costs on this machine beside its floor, in one table. A number after it is how many
// milestones there are (10000); the first run of a size makes them. What --scale, --memory, --plans and --column print: README.md.

import { parseArgs } from 'node:util'
import pg from 'pg'
import { buildApplication, generateClient } from '#lib/core/build.ts'
import { say, script } from '#lib/core/script.ts'
import { measureColumn } from './column.ts'
import { type Installation, makeData, start } from './installation.ts'
import { Load, type Source } from './load.ts'
import { measure, measureInTurn, memoryOf, type Row, startFloor } from './measure.ts'
import { endOfLog, excessesSince, plansLogged } from './plans.ts'
import { reads } from './reads.ts'
import { growth, type Grown, table } from './table.ts'
import { type People, signIn, type Work } from './works.ts'
import { prepareWrites, writes } from './writes.ts'

const port = Number(process.env['PORT'] || 3420)

type Site = AsyncDisposable & { langar: Installation; owner: pg.Pool; people: People }

/** Langar with the data of a size and people signed in. */
async function openSite(size: number, at = port): Promise<Site> {
  await using ending = new AsyncDisposableStack()
  const langar = await start(await makeData(size), at)
  ending.defer(() => langar.stop())
  const owner = new pg.Pool({ connectionString: langar.ownerUrl, max: 2 })
  ending.defer(() => owner.end())
  const people = await signIn(owner)
  await prepareWrites(owner)
  const opened = ending.move()
  return { langar, owner, people, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

async function bench(size: number): Promise<void> {
  await using site = await openSite(size)
  const { langar, owner, people } = site
  const floor = await startFloor(owner, langar, port + 1, people)
  using _ = { [Symbol.dispose]: () => floor.stop() }
  const at = { langar: langar.address, floor: floor.address }
  say(`Measuring with ${size} milestones …`)
  const rows: Row[] = []
  const before = await memoryOf(langar.process.pid)
  for (const work of await reads(owner, people, at.langar)) rows.push(await measure(work, at))
  for (const work of writes(owner, people)) rows.push(await measure(await work(), at))
  const after = await memoryOf(langar.process.pid)
  say(`
${size} milestones: first page ${(langar.coldStart / 1000).toFixed(1)} s after the start; the server holds ${before.toFixed(0)} MB before and ${after.toFixed(0)} MB after.

${table(rows)}
`)
}

/** All sizes at once, each piece of work in turn with the others: what the machine does meanwhile meets all sizes alike. */
async function scale(): Promise<void> {
  const sizes = [10_000, 100_000, 1_000_000]
  await using ending = new AsyncDisposableStack()
  const sites: Site[] = []
  for (const [n, size] of sizes.entries()) sites.push(ending.use(await openSite(size, port + n)))
  const readings = await Promise.all(
    sites.map(({ owner, people, langar }) => reads(owner, people, langar.address)),
  )
  const writings = sites.map(({ owner, people }) => writes(owner, people))
  const rows: Grown[] = []
  const add = async (works: readonly Work[]) => {
    const name = works[0]?.name ?? ''
    const sized = works.flatMap((work, n) => ({ work, address: sites[n]?.langar.address ?? '' }))
    say(`  ${name} …`)
    rows.push({ name, sizes: await measureInTurn(sized) })
  }
  const ofAll = <T>(all: readonly (readonly T[])[], n: number) => all.flatMap((of) => of[n] ?? [])
  for (const n of readings[0]?.keys() ?? []) await add(ofAll(readings, n))
  for (const n of writings[0]?.keys() ?? [])
    await add(await Promise.all(ofAll(writings, n).map((work) => work())))
  say(growth(sizes, rows))
}

/** Whatever is read, in turn, and progress that is logged, at sixteen connections. */
async function memory(size: number): Promise<void> {
  await using site = await openSite(size)
  const { langar, owner, people } = site
  const [log] = writes(owner, people)
  const works = [...(await reads(owner, people, langar.address)), ...(log ? [await log()] : [])]
  let n = 0
  const mixed: Source = () => works[n++ % works.length]?.langar()
  const load = new Load(langar.address, 16)
  for (let minute = 1; minute <= 10; minute++) {
    await load.run(mixed, 60_000)
    say(`after ${minute} min: ${(await memoryOf(langar.process.pid)).toFixed(0)} MB`)
  }
  say(`${load.end().perSecond.toFixed(0)} requests a second`)
}

async function plans(size: number): Promise<void> {
  const times = 5
  const folder = await makeData(size)
  await plansLogged(folder, true)
  try {
    await using site = await openSite(size)
    const { langar, owner, people } = site
    const tell = async ({ name, langar: source }: Work) => {
      const position = await endOfLog(folder)
      const load = new Load(langar.address, 1)
      await load.run(takeFirst(times, source), 60_000)
      load.end()
      for (const { statement, milliseconds, read, returned, from } of await excessesSince(
        folder,
        position,
        times,
      ))
        say(
          `${name}: ${milliseconds.toFixed(0)} ms, ${read} rows read for ${returned} (${from}): ${statement.slice(0, 240)}`,
        )
    }
    for (const work of await reads(owner, people, langar.address)) await tell(work)
    for (const work of writes(owner, people)) await tell(await work())
  } finally {
    await plansLogged(folder, false)
  }
}

/** The planned column of the largest partnership, in a real browser. */
async function column(size: number): Promise<void> {
  await using site = await openSite(size)
  const { cards, p50, p95, slowest, frames, dropped } = await measureColumn({
    address: site.langar.address,
    board: '/UZ-KR/board',
    token: site.people.staff,
  })
  say(`${cards} cards: a key is answered in ${p50} ms (p95 ${p95} ms, slowest ${slowest.key} ${slowest.ms} ms);
of ${frames} frames while scrolling ${dropped} came too late.`)
}

function takeFirst(most: number, source: Source): Source {
  let n = 0
  return () => (n++ < most ? source() : undefined)
}

await script(async () => {
  const options = {
    scale: { type: 'boolean' },
    memory: { type: 'boolean' },
    plans: { type: 'boolean' },
    column: { type: 'boolean' },
  } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const size = positionals[0] === undefined ? undefined : Number(positionals[0])
  await generateClient()
  await buildApplication()
  if (values.scale) await scale()
  else if (values.memory) await memory(size ?? 10_000)
  else if (values.column) await column(size ?? 100_000)
  else if (values.plans) await plans(size ?? 1_000_000)
  else await bench(size ?? 10_000)
})
