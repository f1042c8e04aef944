import type { Measured } from './load.ts'
import type { Row } from './measure.ts'
import type { Reach } from './works.ts'

/** A row a piece of work: Langar, the floor, and how far the one is from the other. */
export function table(rows: readonly Row[]): string {
  const head = [
    'work',
    'p50',
    'p95',
    '/s',
    'p50 ×16',
    'p95 ×16',
    '/s ×16',
    'kB',
    'floor p50',
    'p95',
    '/s',
    'p50 ×16',
    'p95 ×16',
    '/s ×16',
    'ratio',
    'reach',
    'met',
  ]
  return aligned([head, ...rows.map(cells)])
}

function cells({ name, reach, langar, floor }: Row): string[] {
  const of = ({ one, sixteen }: Row['langar']) => [
    ms(one.p50),
    ms(one.p95),
    whole(one.perSecond),
    ms(sixteen.p50),
    ms(sixteen.p95),
    whole(sixteen.perSecond),
  ]
  const ratio = floor && langar.one.p50 / floor.one.p50
  return [
    name,
    ...of(langar),
    kilobytes(langar.one.bytes),
    ...(floor ? of(floor) : Array<string>(6).fill('–')),
    ratio?.toFixed(1) ?? '–',
    ...(reach ? [inWords(reach), isMet({ reach, langar, floor }) ? 'yes' : 'no'] : ['–', '–']),
  ]
}

function inWords({ times, moreThanFloor, perSecond }: Reach): string {
  return [times && `≤ ${times}`, moreThanFloor && '×16 > floor', perSecond && `×16 ≥ ${perSecond}/s`]
    .filter(Boolean)
    .join(', ')
}

function isMet({ reach, langar, floor }: Pick<Row, 'langar' | 'floor'> & { reach: Reach }): boolean {
  const { times = Infinity, moreThanFloor, perSecond = 0 } = reach
  return (
    (!floor || langar.one.p50 <= times * floor.one.p50) &&
    (!moreThanFloor || !floor || langar.sixteen.perSecond > floor.sixteen.perSecond) &&
    langar.sixteen.perSecond >= perSecond
  )
}

/** A piece of work as it was measured with each size. */
export type Grown = { name: string; sizes: readonly Measured[] }

/** How p95 grows from the first size to the last; with p50, which tells what grows from what the machine did meanwhile, and with
 *  what an answer weighs, for where there is more to show it takes longer. */
export function growth(sizes: readonly number[], rows: readonly Grown[]): string {
  const of = (what: string) => sizes.map((size, n) => (n === 0 ? `${what} at ${size}` : `at ${size}`))
  const head = ['at one connection', ...of('p50'), ...of('p95'), ...of('kB'), 'growth', 'reach', 'met']
  return aligned([
    head,
    ...rows.map(({ name, sizes: measured }) => {
      const p95 = measured.map((one) => one.p95)
      const grown = (p95.at(-1) ?? 0) / (p95[0] ?? 1)
      const reach = ['≤ 1.5', grown <= 1.5 ? 'yes' : 'no']
      return [
        name,
        ...measured.map((one) => ms(one.p50)),
        ...p95.map(ms),
        ...measured.map((one) => kilobytes(one.bytes)),
        grown.toFixed(1),
        ...reach,
      ]
    }),
  ])
}

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1)
const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1)
const whole = (value: number) => value.toFixed(0)

/** As Markdown has it. */
function aligned(rows: readonly string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0))).join(' | ')} |`
  const [head = [], ...rest] = rows
  const under = `| ${widths.map((width, n) => (n === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(head), under, ...rest.map(line)].join('\n')
}
