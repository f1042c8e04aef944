/** Langar's own numbers beside the publisher's: PRODUCT.md, rule 8. Amounts are decimal strings and are computed in
 *  whole numbers, for money knows no 0.30000000000000004. */

/** The change from one value to the other in percent, to two places (half away from zero): `802.1` to `695.0` is
 *  `-13.35`. Null when there is nothing to compare with: the former value is zero. */
export function changePercent(from: string, to: string): string | null {
  return changeTo(2, from, to)
}

export type ChangeComparison = {
  reported: string
  computed: string | null
  /** Does Langar's number, rounded to the places that the publisher gave, equal the publisher's? Null: not computable. */
  agrees: boolean | null
}

/** The change as reported, beside the computed one. */
export function compareChange(reported: string, from: string, to: string): ChangeComparison {
  const { units, places } = decimalOf(reported)
  const rounded = changeTo(places, from, to)
  return {
    reported,
    computed: changePercent(from, to),
    agrees: rounded === null ? null : decimalOf(rounded).units === units,
  }
}

/** The decimal with that many places, half away from zero: `-13.352` to 2 is `-13.35`. */
export function roundDecimal(value: string, places: number): string {
  const { units, places: had } = decimalOf(value)
  return written(divided(units * 10n ** BigInt(places), 10n ** BigInt(had)), places)
}

/** An optional minus, digits, and perhaps a point and digits; no exponent. */
export function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text)
}

function changeTo(places: number, from: string, to: string): string | null {
  const a = decimalOf(from)
  const b = decimalOf(to)
  const former = a.units * 10n ** BigInt(b.places)
  const latter = b.units * 10n ** BigInt(a.places)
  if (former === 0n) return null
  return written(
    divided((latter - former) * 100n * 10n ** BigInt(places), former < 0n ? -former : former),
    places,
  )
}

function decimalOf(text: string): { units: bigint; places: number } {
  if (!isDecimal(text)) throw new RangeError(`no decimal: ${text}`)
  const [whole = '', fraction = ''] = text.split('.')
  return { units: BigInt(whole + fraction), places: fraction.length }
}

/** Rounded half away from zero; the divisor is positive. */
function divided(dividend: bigint, divisor: bigint): bigint {
  const half = dividend < 0n ? -divisor : divisor
  return (2n * dividend + half) / (2n * divisor)
}

function written(units: bigint, places: number): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = places === 0 ? '' : `.${digits.slice(-places)}`
  return `${units < 0n ? '-' : ''}${whole}${fraction}`
}
