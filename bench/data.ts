import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { countryCodes } from '#lib/rules/iso-3166.ts'

/** Fills a database that has the migrations and nothing else, over two connections of its owner. `say` gets a line a step. */
export async function fill(ownerUrl: string, size: number, say: (line: string) => void): Promise<void> {
  await using ending = new AsyncDisposableStack()
  const connect = async () => {
    const client = new pg.Client({ connectionString: ownerUrl })
    await client.connect()
    ending.defer(() => client.end())
    for (const [name, value] of Object.entries(settings(size)))
      await client.query('select set_config($1, $2, false)', [name, value])
    return client
  }
  const [one, other] = [await connect(), await connect()]
  const run = async (client: pg.Client, steps: readonly Step[]) => {
    for (const { name, sql } of steps) {
      const began = performance.now()
      await client.query(sql)
      say(`  ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
    }
  }
  for (const file of ['data.sql', 'ledger.sql'])
    for (const { first, meanwhile } of await stepsOf(file))
      await Promise.all([run(one, [first]), run(other, meanwhile)])
  await one.query('vacuum analyze')
}

const settings = (size: number) => ({
  'bench.size': String(size),
  'bench.countries': JSON.stringify(countries()),
  'bench.pairs': JSON.stringify(pairs()),
  timezone: 'UTC', // as the ledger's own
  jit: 'off',
  work_mem: '256MB',
  maintenance_work_mem: '1GB',
  // Tables that are made by a query are made by two processes, however small PostgreSQL thinks that they are.
  min_parallel_table_scan_size: '0',
  parallel_setup_cost: '0',
  max_parallel_workers_per_gather: '1',
})

/** One transaction. */
type Step = { name: string; sql: string }

/** Each step with those that run beside it, one after another: whose names begin with «meanwhile». */
async function stepsOf(file: string): Promise<{ first: Step; meanwhile: Step[] }[]> {
  const text = await readFile(join(import.meta.dirname, file), 'utf8')
  const [, ...parts] = text.split(/^---- (.*)$/m)
  const steps: { first: Step; meanwhile: Step[] }[] = []
  for (let n = 0; n < parts.length; n += 2) {
    const step = { name: parts[n] ?? '', sql: parts[n + 1] ?? '' }
    const before = steps.at(-1)
    if (before && step.name.startsWith('meanwhile ')) before.meanwhile.push(step)
    else steps.push({ first: step, meanwhile: [] })
  }
  return steps
}

const places = [
  ['UZ', 'Asia/Tashkent', 'UZS'],
  ['KR', 'Asia/Seoul', 'KRW'],
  ['KZ', 'Asia/Almaty', 'KZT'],
  ['JP', 'Asia/Tokyo', 'JPY'],
  ['DE', 'Europe/Berlin', 'EUR'],
  ['TR', 'Europe/Istanbul', 'TRY'],
  ['IN', 'Asia/Kolkata', 'INR'],
  ['AZ', 'Asia/Baku', 'AZN'],
  ['FR', 'Europe/Paris', 'EUR'],
  ['TJ', 'Asia/Dushanbe', 'TJS'],
  ['GE', 'Asia/Tbilisi', 'GEL'],
] as const

function countries() {
  const names = { en: namesIn('en'), ru: namesIn('ru') }
  return places.map(([code, time_zone, currency], n) => {
    const codes = countryCodes.get(code)
    return {
      n: n + 1,
      code,
      code3: codes?.code3,
      numeric_code: codes?.numericCode,
      name: {
        en: { text: names.en.of(code), standing: 'authentic' },
        ru: { text: names.ru.of(code), standing: 'authentic' },
      },
      time_zone,
      currency,
    }
  })
}

const namesIn = (language: string) => new Intl.DisplayNames(language, { type: 'region' })

/** Fifty of them, Uzbekistan and Korea first: the largest. */
function pairs() {
  const all = places.flatMap(([one], n) => places.slice(n + 1).map(([other]) => ({ one, other })))
  return all.slice(0, 50).map((pair, n) => ({ n: n + 1, ...pair }))
}
