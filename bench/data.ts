import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { countryCodes } from '#lib/rules/iso-3166.ts'

/** Fills a database that has the migrations and nothing else. `say` gets a line a step. */
export async function fill(client: pg.Client, size: number, say: (line: string) => void): Promise<void> {
  const settings = {
    'bench.size': String(size),
    'bench.countries': JSON.stringify(countries()),
    'bench.pairs': JSON.stringify(pairs()),
    timezone: 'UTC', // as the ledger's own
    jit: 'off',
    work_mem: '256MB',
    maintenance_work_mem: '1GB',
  }
  for (const [name, value] of Object.entries(settings))
    await client.query('select set_config($1, $2, false)', [name, value])
  for (const file of ['data.sql', 'ledger.sql'])
    for (const { name, sql } of await stepsOf(file)) {
      const began = performance.now()
      await client.query(sql)
      say(`  ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
    }
  await client.query('vacuum analyze')
}

/** A step is one transaction. */
async function stepsOf(file: string): Promise<{ name: string; sql: string }[]> {
  const text = await readFile(join(import.meta.dirname, file), 'utf8')
  const [, ...parts] = text.split(/^---- (.*)$/m)
  return parts.flatMap((name, n) => (n % 2 === 0 ? [{ name, sql: parts[n + 1] ?? '' }] : []))
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
