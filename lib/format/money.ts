/** Money: never an amount without its currency, never rounded. */
import { isDecimal } from '#lib/rules/figures.ts'
import type { Language } from './language.ts'
import { formatNumber, noBreakSpace, qualified } from './number.ts'

/** `amount`: a decimal string; `currency`: ISO 4217; `qualifier`: as the record keeps it. */
export type Money = { amount: string; currency: string; qualifier?: string | null }

/** *Compact* writes the same value in the largest unit that needs no more than two places (`$1,048.6 million`), else
 *  in full (`$34,812,345`): a publisher's number stays the publisher's number. */
export function formatMoney(
  { amount, currency, qualifier }: Money,
  language: Language,
  style: 'full' | 'compact',
): string {
  const plain = withoutTail(amount)
  const figure = style === 'compact' ? compact[language](plain) : formatNumber(plain, language)
  return qualified(withCurrency(figure, currency, language), qualifier ?? null, language)
}

/** `695000000.00` is `695000000`; `12.50` stays, for these are cents. Throws RangeError for what is no decimal. */
function withoutTail(amount: string): string {
  if (!isDecimal(amount)) throw new RangeError(`no decimal: ${amount}`)
  return amount.replace(/\.0+$/, '')
}

function withCurrency(figure: string, currency: string, language: Language): string {
  const sign = language === 'en' ? englishSigns.get(currency) : undefined
  // The sign stands between the minus and the number: −$5 million.
  if (sign !== undefined) return figure.replace(/\d/, (digit) => sign + digit)
  if (language === 'en') return `${currency}${noBreakSpace}${figure}`
  return `${figure}${noBreakSpace}${names[language].get(currency) ?? currency}`
}

const compact: Record<Language, (amount: string) => string> = {
  en: (amount) => inOneUnit(amount, 'en', ['million', 'billion', 'trillion']),
  uz: (amount) => inOneUnit(amount, 'uz', ['mln', 'mlrd', 'trln']),
  ru: (amount) => inOneUnit(amount, 'ru', ['млн', 'млрд', 'трлн']),
  ko: inMyriads,
}

function inOneUnit(
  amount: string,
  language: Language,
  [million, billion, trillion]: [string, string, string],
): string {
  const units: [number, string][] = [
    [12, trillion],
    [9, billion],
    [6, million],
  ]
  for (const [zeros, unit] of units) {
    const scaled = scaledDown(amount, zeros)
    if (scaled !== undefined) return `${formatNumber(scaled, language)}${noBreakSpace}${unit}`
  }
  return formatNumber(amount, language)
}

/** The amount without that many zeros, if it is at least 1 and needs no more than two places. */
function scaledDown(amount: string, zeros: number): string | undefined {
  const digits = amount.replace('-', '')
  if (digits.includes('.') || digits.length <= zeros) return undefined
  const fraction = digits.slice(-zeros).replace(/0+$/, '')
  if (fraction.length > 2) return undefined
  const whole = digits.slice(0, -zeros)
  return `${amount.startsWith('-') ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** Korean counts in ten thousands and names each group that is not empty: 6억 9,500만. */
function inMyriads(amount: string): string {
  const digits = amount.replace('-', '')
  if (digits.includes('.') || digits.length <= 4) return formatNumber(amount, 'ko')
  const groups = digits.padStart(16, '0')
  const named: [string, string][] = [
    [groups.slice(0, -12), '조'],
    [groups.slice(-12, -8), '억'],
    [groups.slice(-8, -4), '만'],
    [groups.slice(-4), ''],
  ]
  const said = named
    .map(([group, unit]): [string, string] => [group.replace(/^0+/, ''), unit])
    .filter(([group]) => group !== '')
    .map(([group, unit]) => formatNumber(group, 'ko') + unit)
  return `${amount.startsWith('-') ? '\u2212' : ''}${said.join(noBreakSpace)}`
}

const englishSigns = new Map([
  ['USD', '$'],
  ['EUR', '€'],
  ['KRW', '₩'],
])

// In the form that follows a number or an abbreviation; any other currency shows its code.
const names: Record<Exclude<Language, 'en'>, ReadonlyMap<string, string>> = {
  uz: new Map([
    ['USD', 'AQSH dollari'],
    ['EUR', 'yevro'],
    ['KRW', 'von'],
    ['UZS', 'soʻm'],
    ['JPY', 'iyena'],
  ]),
  ru: new Map([
    ['USD', `долл.${noBreakSpace}США`],
    ['EUR', 'евро'],
    ['KRW', 'вон'],
    ['UZS', 'сум'],
    ['JPY', 'иен'],
  ]),
  ko: new Map([
    ['USD', '달러'],
    ['EUR', '유로'],
    ['KRW', '원'],
    ['UZS', '숨'],
    ['JPY', '엔'],
  ]),
}
