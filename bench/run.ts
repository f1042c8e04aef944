// npm run bench: what Langar's work costs on this machine beside its floor, in one table. `npm run bench -- 100000` with more
// milestones; the first run of a size makes them.

import pg from 'pg'
import { buildApplication, generateClient } from '#lib/core/build.ts'
import { say, script } from '#lib/core/script.ts'
import { makeData, start } from './installation.ts'
import { measure, memoryOf, type Row, startFloor } from './measure.ts'
import { table } from './table.ts'
import { prepareWrites, reads, signIn, writes } from './works.ts'

const port = Number(process.env['PORT'] || 3420)

async function bench(size: number): Promise<Row[]> {
  const folder = await makeData(size)
  const langar = await start(folder, port)
  await using ending = new AsyncDisposableStack()
  ending.defer(() => langar.stop())
  const owner = new pg.Pool({ connectionString: langar.ownerUrl, max: 2 })
  ending.defer(() => owner.end())
  const people = await signIn(owner)
  await prepareWrites(owner)
  const floor = await startFloor(owner, langar.ownerUrl, port + 1, people)
  ending.defer(() => floor.stop())
  const at = { langar: langar.address, floor: floor.address }

  say(`Measuring with ${size} milestones …`)
  const rows: Row[] = []
  const before = await memoryOf(langar.process.pid)
  for (const work of await reads(owner, people, at.langar)) rows.push(await measure(work, at))
  for (const { name, reach, prepare } of writes(owner, people))
    rows.push(await measure({ name, ...(reach && { reach }), ...(await prepare()) }, at))
  const after = await memoryOf(langar.process.pid)
  say(
    `\n${size} milestones: first page ${(langar.coldStart / 1000).toFixed(1)} s after the start; the server holds ` +
      `${before.toFixed(0)} MB before and ${after.toFixed(0)} MB after.\n\n${table(rows)}`,
  )
  return rows
}

await script(async () => {
  const [size = '10000'] = process.argv.slice(2)
  await generateClient()
  await buildApplication()
  await bench(Number(size))
})
