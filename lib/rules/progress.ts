/** Progress: PRODUCT.md, "The formulas". The parts come back with the number, so that it can be opened where it shows. */
import type { Status } from './milestone-status.ts'

export type Weighted = {
  status: Status
  /** The last accepted percent, 0 to 100. */
  percent: number | null
  /** A whole number, 1 or more. */
  weight: number
}

export type ProgressRow<M> = {
  milestone: M
  /** Null: unknown, which enters the mean as 0. */
  percent: number | null
  weight: number
  /** weight × percent */
  product: number
}

export type Progress<M> = {
  /** The weighted mean, rounded once, to one decimal place. Null: no milestone at all. */
  percent: number | null
  /** How many milestones count; cancelled ones do not. */
  counted: number
  /** How many of these are unknown. */
  unknown: number
  /** The sum of the weights. */
  weight: number
  /** The sum of weight × percent. */
  product: number
  rows: ProgressRow<M>[]
}

/** Of one milestone: 100 when completed, else the last accepted percent, else unknown (null). */
export function milestoneProgress({ status, percent }: Pick<Weighted, 'status' | 'percent'>): number | null {
  return status === 'completed' ? 100 : percent
}

/** Of an initiative or a direction: the mean of its milestones weighted by weight (not the mean of initiatives: one with
 *  a single milestone would outweigh one with thirty), cancelled left out, unknown counted as 0. */
export function progressOf<M extends Weighted>(milestones: readonly M[]): Progress<M> {
  const rows = milestones
    .filter(({ status }) => status !== 'cancelled')
    .map((milestone) => {
      const percent = milestoneProgress(milestone)
      return { milestone, percent, weight: milestone.weight, product: milestone.weight * (percent ?? 0) }
    })
  const weight = sum(rows.map((row) => row.weight))
  const product = sum(rows.map((row) => row.product))
  return {
    // Tenths of a percent as a whole number first: one rounding, half up, as SQL's round(product / weight, 1).
    percent: weight === 0 ? null : Math.round((product * 10) / weight) / 10,
    counted: rows.length,
    unknown: rows.filter(({ percent }) => percent === null).length,
    weight,
    product,
    rows,
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
