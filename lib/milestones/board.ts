import { together } from '#lib/core/transaction.ts'
import { actorIn } from '#lib/access/roles.ts'
import { type Answer, question } from '#lib/runner/question.ts'
import { isLate } from '#lib/rules/lateness.ts'
import type { Status } from '#lib/rules/milestone-status.ts'
import { boardStatuses } from '#lib/rules/move.ts'
import {
  boardInput,
  type BoardInput,
  type BoardedPartnership,
  boardedPartnership,
  understood,
  lateIn,
  filtersOf,
  keyOf,
  written,
} from './board-asked.ts'
import { type BoardCard, cardsOfColumn, type Card, firstCards, toBoardCard } from './board-cards.ts'
import { type Count, sizeOf, countsOf } from './board-counts.ts'

export type MilestoneBoard = Answer<typeof milestoneBoard>

export type BoardColumn = {
  status: Status
  /** How many there are, which may be more than the cards shown. Late ones are of two kinds that never overlap. */
  size: number
  overdue: number
  noEvidence: number
  cards: BoardCard[]
  /** Is this a later page of the column? */
  isLater: boolean
  /** Where the next page begins; null: this is the last. */
  next: string | null
}

/** A row of the board; the only one, without a key, where the board has none. `key`: of a direction or an organisation its
 *  code, of a side its code or `joint`; null also for what has no organisation. */
export type BoardRow = { key: string | null; columns: BoardColumn[] }

const mostRows = 30

/** A milestone that is settled is neither late nor to come. */
const isOpen = (status: Status) => status !== 'completed' && status !== 'cancelled'

/** The milestones of a partnership in columns by status, late ones first, then by due date; each head has its true
 *  size. Filters and rows stand in the address. */
export const milestoneBoard = question({
  name: 'milestones.board',
  isKept: true,
  input: boardInput,
  within: ({ partnership }) => [partnership],
  about: ({ tx, input: { partnership }, language }) => boardedPartnership(tx, partnership, language),
  async answer({ tx, viewer, record: partnership, input, language }) {
    const asked = understood(input, partnership)
    const late = lateIn(partnership)
    const where = filtersOf(asked, partnership, late)
    const shown = asked.status ? [asked.status] : boardStatuses
    const columns = asked.only && asked.column ? [asked.column] : shown
    const counting = countsOf(tx, where, late, asked, partnership)
    // Which rows there are is known when they have been counted; of those that are not drawn no card is read.
    const keys = asked.rows ? keysOf(asked.rows, await counting, asked, partnership) : [whole]
    const drawn = keys.slice(0, mostRows)
    const { counts, cards } = await together({
      counts: counting,
      cards: firstCards(
        tx,
        where,
        late,
        asked.due ? columns.filter(isOpen) : columns,
        asked.rows ? { key: keyOf[asked.rows], ids: drawn.map(({ id }) => id) } : null,
        asked,
        partnership,
        language,
      ),
    })
    const sum = (of: (count: Count) => boolean) =>
      sizeOf(counts, (count) => count.status !== 'cancelled' && of(count))
    const inTime = (status: Status) =>
      sum((count) => count.status === status && count.late === null) -
      sum((count) => count.status === status && count.late !== null)
    return {
      partnership: partnership.code,
      title: partnership.title,
      sides: partnership.sides,
      directions: partnership.directions.map(({ code, title, isAnchor }) => ({ code, title, isAnchor })),
      bodies: partnership.bodies.map(({ code, name, side }) => ({ code, name, side })),
      actor: actorIn(viewer, partnership.id),
      asked: { ...asked, after: asked.after && written(asked.after) },
      rows: drawn.map((row) => toBoardRow(row, columns, counts, cards, asked, partnership)),
      /** Rows that are not drawn, for there are too many. */
      moreRows: keys.length - drawn.length,
      cancelled: sizeOf(counts, ({ status }) => status === 'cancelled'),
      total: sum(({ late: kind }) => kind === null),
      overdue: sum(({ late: kind }) => kind === 'overdue'),
      noEvidence: sum(({ late: kind }) => kind === 'no_evidence'),
      blocked: inTime('blocked'),
      disputed: inTime('disputed'),
    }
  },
})

type RowKey = { id: string | null; key: string | null }

/** The only row of a board that has none. */
const whole: RowKey = { id: null, key: null }

/** In the order of the partnership; organisations with the most late milestones first. */
function keysOf(
  rows: NonNullable<BoardInput['rows']>,
  counts: readonly Count[],
  { status }: BoardInput,
  { directions, countries, bodies }: BoardedPartnership,
): RowKey[] {
  const size = (id: string | null, isCounted: (count: Count) => boolean) =>
    sizeOf(counts, (count) => count.row === id && isCounted(count))
  const keys = {
    direction: directions.map(({ id, code }) => ({ id, key: code })),
    side: [...countries.map(({ id, code }) => ({ id, key: code })), { id: null, key: 'joint' }],
    organisation: [
      ...bodies
        .map(({ id, code }) => ({ id, key: code, late: size(id, ({ late }) => late !== null) }))
        .toSorted((a, b) => b.late - a.late),
      { id: null, key: null },
    ],
  }[rows]
  return keys.filter(
    ({ id }) => size(id, ({ status: one }) => (status ? one === status : one !== 'cancelled')) > 0,
  )
}

function toBoardRow(
  { id, key }: RowKey,
  columns: readonly Status[],
  counts: readonly Count[],
  cards: readonly Card[],
  asked: BoardInput,
  partnership: BoardedPartnership,
): BoardRow {
  return {
    key,
    columns: columns.map((status) => {
      const size = (late: Count['late']) =>
        sizeOf(counts, (count) => count.row === id && count.status === status && count.late === late)
      const found = cards
        .filter((card) => card.row === id && card.column === status)
        .map((card) => toBoardCard(card, partnership))
      const shown = found.slice(0, cardsOfColumn)
      const last = shown.at(-1)
      const isLater = asked.after !== undefined && asked.column === status
      return {
        status,
        size: size(null),
        overdue: size('overdue'),
        noEvidence: size('no_evidence'),
        cards: shown,
        isLater,
        next: last && found.length > shown.length ? cursorAt(last) : null,
      }
    }),
  }
}

const cursorAt = ({ lateness, due, code }: BoardCard) =>
  written({ isLate: isLate(lateness), on: due?.on ?? null, code })
