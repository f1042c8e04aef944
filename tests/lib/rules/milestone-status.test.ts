import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  actFor,
  mayAct,
  mayReport,
  statusAfter,
  statusAfterAcceptance,
  statuses,
  statusFrom,
  type Act,
  type Actor,
  type Status,
  type Subject,
  type Verdict,
} from '#lib/rules/milestone-status.ts'

const both = ['UZ', 'KR']
const confirmedBy = (...sides: string[]): Verdict[] => sides.map((side) => ({ side, says: 'confirmed' }))
const disputedBy = (side: string): Verdict => ({ side, says: 'disputed' })
const milestone = (difference: Partial<Subject> = {}): Subject => ({
  status: 'in_progress',
  percent: 100,
  side: 'UZ',
  needed: both,
  standing: [],
  organisationId: 'technopark',
  ...difference,
})
const uzbekStaff: Actor = { staffOf: ['UZ'], officialOf: [] }
const koreanStaff: Actor = { staffOf: ['KR'], officialOf: [] }
const official: Actor = { staffOf: [], officialOf: [{ side: 'UZ', organisationId: 'technopark' }] }
const otherOfficial: Actor = { staffOf: [], officialOf: [{ side: 'UZ', organisationId: 'railways' }] }
const observer: Actor = { staffOf: [], officialOf: [] }
const may = { may: true }
const mayNot = (why: string) => ({ may: false, why })

const side = fc.constantFrom(...both)
const standing = fc.uniqueArray(
  fc.record({ side, says: fc.constantFrom<Verdict['says']>('confirmed', 'disputed') }),
  { selector: (verdict) => verdict.side },
)
const anySubject = fc.record({
  status: fc.constantFrom<Status>(...statuses),
  percent: fc.option(fc.integer({ min: 0, max: 100 })),
  side: fc.option(side),
  needed: fc.subarray(both, { minLength: 1 }),
  standing,
  organisationId: fc.option(fc.constantFrom('technopark', 'railways')),
  ownReport: fc.boolean(),
})
const acts: Act[] = ['start', 'block', 'unblock', 'confirm', 'dispute', 'withdraw', 'cancel', 'restore']
const anyAct = fc.constantFrom(...acts)
const anyActor = fc.record({
  staffOf: fc.subarray(both),
  officialOf: fc.array(fc.record({ side, organisationId: fc.constantFrom('technopark', 'railways') }), {
    maxLength: 2,
  }),
})

/** Walks a milestone through acts and reports; what may not be done is not done. */
type Step = { act: Act; side: string } | { percent: number; hasBlocker: boolean }
const step = fc.oneof(
  fc.record({ act: anyAct, side }),
  fc.record({ percent: fc.constantFrom(40, 100), hasBlocker: fc.boolean() }),
)
function walk(start: Subject, steps: readonly Step[]): Subject[] {
  const path = [start]
  for (const next of steps) path.push(taken(path.at(-1) ?? start, next))
  return path
}
function taken(subject: Subject, next: Step): Subject {
  if ('percent' in next)
    return mayReport(subject.status).may
      ? {
          ...subject,
          percent: next.percent,
          status: statusAfterAcceptance(subject.status, next.percent, next.hasBlocker),
        }
      : subject
  const { act } = next
  if (!mayAct(act, subject, { staffOf: [next.side], officialOf: [] }).may) return subject
  const status = statusAfter(act, subject, next.side)
  const others = subject.standing.filter((verdict) => verdict.side !== next.side)
  if (act === 'confirm')
    return { ...subject, status, standing: [...others, { side: next.side, says: 'confirmed' }] }
  if (act === 'dispute') return { ...subject, status, standing: [...others, disputedBy(next.side)] }
  if (act === 'withdraw') return { ...subject, status, standing: others }
  if (act === 'cancel') return { ...subject, status, formerStatus: subject.status }
  return { ...subject, status }
}

describe('two keys', () => {
  test('one side alone never completes a milestone of two keys', () => {
    fc.assert(
      fc.property(
        standing,
        (verdicts) => verdicts.length === 2 || statusFrom(verdicts, both) !== 'completed',
      ),
    )
  })
  test('whoever turns the key first makes no difference', () => {
    fc.assert(
      fc.property(
        standing,
        (verdicts) => statusFrom(verdicts, both) === statusFrom(verdicts.toReversed(), both),
      ),
    )
  })
  test('one dispute outweighs every confirmation', () => {
    fc.assert(
      fc.property(standing, (verdicts) => {
        expect(statusFrom(verdicts, both) === 'disputed').toBe(
          verdicts.some(({ says }) => says === 'disputed'),
        )
      }),
    )
  })
  test('a milestone that needs one key is completed by that key, and by no other', () => {
    expect(statusFrom(confirmedBy('UZ'), ['UZ'])).toBe('completed')
    expect(statusFrom(confirmedBy('KR'), ['UZ'])).toBe('claimed')
  })
  test('a release that opens the other key again leaves a claim', () => {
    expect(statusFrom(confirmedBy('UZ'), both)).toBe('claimed')
  })
  test('no needed key at all completes nothing', () => {
    expect(statusFrom([], [])).toBe('in_progress')
  })
})

describe('whatever happens', () => {
  const start = milestone({ status: 'planned', percent: null })
  const anySteps = fc.array(step, { maxLength: 40 })

  test('claimed, completed and disputed always are what the standing keys say', () => {
    fc.assert(
      fc.property(anySteps, fc.option(side), (steps, responsible) => {
        for (const { status, standing: verdicts, needed } of walk({ ...start, side: responsible }, steps))
          if (status === 'claimed' || status === 'completed' || status === 'disputed')
            expect(status).toBe(statusFrom(verdicts, needed))
          else if (status !== 'cancelled') expect(verdicts).toEqual([])
      }),
    )
  })
  test('nothing is claimed or completed without an accepted report of 100 %', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        for (const { status, percent } of walk(start, steps))
          if (status === 'claimed' || status === 'completed') expect(percent).toBe(100)
      }),
    )
  })
  test('completed means that both sides said so', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        for (const { status, standing: verdicts } of walk(start, steps))
          if (status === 'completed')
            expect(verdicts.toSorted((a, b) => a.side.localeCompare(b.side))).toEqual(confirmedBy('KR', 'UZ'))
      }),
    )
  })
  test('restoring gives back what was cancelled', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const end = walk(start, steps).at(-1) ?? start
        if (!mayAct('cancel', end, uzbekStaff).may) return
        const path = walk(end, [
          { act: 'cancel', side: 'UZ' },
          { act: 'restore', side: 'KR' },
        ])
        expect(path.at(-1)?.status).toBe(end.status)
      }),
    )
  })
  test('who is neither staff nor official may do nothing', () => {
    fc.assert(fc.property(anyAct, anySubject, (act, subject) => mayAct(act, subject, observer).may === false))
  })
  test('an official turns no key, disputes nothing, cancels nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Act>('confirm', 'dispute', 'withdraw', 'cancel', 'restore'),
        anySubject,
        (act, subject) => {
          expect(mayAct(act, subject, official)).toEqual(mayNot('not-staff'))
        },
      ),
    )
  })
  test('more rights never take one away', () => {
    fc.assert(
      fc.property(anyAct, anySubject, anyActor, (act, subject, actor) => {
        if (mayAct(act, subject, actor).may)
          expect(
            mayAct(act, subject, { staffOf: [...actor.staffOf, ...both], officialOf: actor.officialOf }),
          ).toEqual(may)
      }),
    )
  })
  test('nobody turns a key on his own report', () => {
    fc.assert(
      fc.property(
        anySubject,
        anyActor,
        (subject, actor) => !mayAct('confirm', { ...subject, ownReport: true }, actor).may,
      ),
    )
  })
})

describe('start, block, unblock', () => {
  test.each([
    ['start', 'planned', 'in_progress'],
    ['block', 'planned', 'blocked'],
    ['block', 'in_progress', 'blocked'],
    ['unblock', 'blocked', 'in_progress'],
  ] as const)('%s: %s → %s', (act, from, to) => {
    const subject = milestone({ status: from, percent: null })
    expect(mayAct(act, subject, official)).toEqual(may)
    expect(mayAct(act, subject, uzbekStaff)).toEqual(may)
    expect(statusAfter(act, subject, 'UZ')).toBe(to)
  })
  test.each([
    ['start', 'in_progress', 'not-planned'],
    ['start', 'blocked', 'not-planned'],
    ['block', 'blocked', 'already-blocked'],
    ['unblock', 'planned', 'not-blocked'],
    ['start', 'claimed', 'withdraw-first'],
    ['block', 'disputed', 'settle-first'],
    ['unblock', 'completed', 'already-completed'],
    ['block', 'cancelled', 'cancelled'],
  ] as const)('%s is refused when %s: %s', (act, status, why) => {
    expect(mayAct(act, milestone({ status }), uzbekStaff)).toEqual(mayNot(why))
  })
  test('neither another body’s official nor the other side’s staff', () => {
    const subject = milestone({ status: 'planned' })
    expect(mayAct('start', subject, otherOfficial)).toEqual(mayNot('not-responsible'))
    expect(mayAct('start', subject, koreanStaff)).toEqual(mayNot('not-responsible'))
    expect(mayAct('start', milestone({ status: 'planned', organisationId: null }), official)).toEqual(
      mayNot('not-responsible'),
    )
  })
  test('a joint milestone is moved by staff of either side', () => {
    expect(mayAct('start', milestone({ status: 'planned', side: null }), koreanStaff)).toEqual(may)
  })
})

describe('confirm', () => {
  test('the first key is the responsible side’s', () => {
    expect(mayAct('confirm', milestone(), uzbekStaff)).toEqual(may)
    expect(mayAct('confirm', milestone(), koreanStaff)).toEqual(mayNot('first-key-is-the-responsible-sides'))
    expect(statusAfter('confirm', milestone(), 'UZ')).toBe('claimed')
  })
  test('of a joint milestone it is either side’s', () => {
    expect(mayAct('confirm', milestone({ side: null }), koreanStaff)).toEqual(may)
  })
  test('it is the other side’s when the responsible one’s is not needed', () => {
    expect(mayAct('confirm', milestone({ side: 'UZ', needed: ['KR'] }), koreanStaff)).toEqual(may)
    expect(mayAct('confirm', milestone({ side: 'UZ', needed: ['KR'] }), uzbekStaff)).toEqual(
      mayNot('key-not-needed'),
    )
  })
  test.each([null, 0, 99])('it needs an accepted report of 100, not %s', (percent) => {
    expect(mayAct('confirm', milestone({ percent }), uzbekStaff)).toEqual(
      mayNot('needs-an-accepted-report-of-100'),
    )
  })
  test('the second key completes', () => {
    const claimed = milestone({ status: 'claimed', standing: confirmedBy('UZ') })
    expect(mayAct('confirm', claimed, koreanStaff)).toEqual(may)
    expect(mayAct('confirm', claimed, uzbekStaff)).toEqual(mayNot('key-already-turned'))
    expect(statusAfter('confirm', claimed, 'KR')).toBe('completed')
  })
  test('one key completes where one is needed', () => {
    expect(statusAfter('confirm', milestone({ needed: ['UZ'] }), 'UZ')).toBe('completed')
  })
  test.each([
    ['planned', 'start-first'],
    ['blocked', 'unblock-first'],
    ['completed', 'already-completed'],
    ['cancelled', 'cancelled'],
  ] as const)('not when %s', (status, why) => {
    expect(mayAct('confirm', milestone({ status }), uzbekStaff)).toEqual(mayNot(why))
  })
})

describe('dispute and what settles it', () => {
  const claimed = milestone({ status: 'claimed', standing: confirmedBy('UZ') })
  const disputed = milestone({ status: 'disputed', standing: [...confirmedBy('UZ'), disputedBy('KR')] })

  test('staff of either side dispute what is claimed or completed', () => {
    expect(mayAct('dispute', claimed, koreanStaff)).toEqual(may)
    expect(mayAct('dispute', claimed, uzbekStaff)).toEqual(may)
    expect(
      mayAct('dispute', milestone({ status: 'completed', standing: confirmedBy(...both) }), koreanStaff),
    ).toEqual(may)
    expect(statusAfter('dispute', claimed, 'KR')).toBe('disputed')
  })
  test.each([
    ['planned', 'nothing-to-dispute'],
    ['in_progress', 'nothing-to-dispute'],
    ['blocked', 'nothing-to-dispute'],
    ['disputed', 'already-disputed'],
    ['cancelled', 'cancelled'],
  ] as const)('not what is %s', (status, why) => {
    expect(mayAct('dispute', milestone({ status }), koreanStaff)).toEqual(mayNot(why))
  })
  test('a side whose key is not needed has nothing to dispute with', () => {
    const own = milestone({ status: 'completed', needed: ['UZ'], standing: confirmedBy('UZ') })
    expect(mayAct('dispute', own, koreanStaff)).toEqual(mayNot('key-not-needed'))
  })
  test('the side that disputed confirms again', () => {
    expect(mayAct('confirm', disputed, koreanStaff)).toEqual(may)
    expect(statusAfter('confirm', disputed, 'KR')).toBe('completed')
  })
  test('or withdraws the dispute', () => {
    expect(mayAct('withdraw', disputed, koreanStaff)).toEqual(may)
    expect(statusAfter('withdraw', disputed, 'KR')).toBe('claimed')
  })
  test('the other side cannot settle it, but may withdraw its own key', () => {
    expect(mayAct('confirm', disputed, uzbekStaff)).toEqual(mayNot('only-the-disputing-side-settles'))
    expect(mayAct('withdraw', disputed, uzbekStaff)).toEqual(may)
    expect(statusAfter('withdraw', disputed, 'UZ')).toBe('disputed')
  })
  test('once the claim is withdrawn, the dispute cannot be turned into a first key that is not its own', () => {
    const alone = milestone({ status: 'disputed', standing: [disputedBy('KR')] })
    expect(mayAct('confirm', alone, koreanStaff)).toEqual(mayNot('first-key-is-the-responsible-sides'))
    expect(mayAct('withdraw', alone, uzbekStaff)).toEqual(mayNot('only-the-disputing-side-settles'))
    expect(statusAfter('withdraw', alone, 'KR')).toBe('in_progress')
  })
})

describe('withdraw, cancel, restore', () => {
  test('a side takes back its own key', () => {
    const completed = milestone({ status: 'completed', standing: confirmedBy(...both) })
    expect(mayAct('withdraw', completed, koreanStaff)).toEqual(may)
    expect(statusAfter('withdraw', completed, 'KR')).toBe('claimed')
    const claimed = milestone({ status: 'claimed', standing: confirmedBy('UZ') })
    expect(mayAct('withdraw', claimed, koreanStaff)).toEqual(mayNot('no-key-to-withdraw'))
    expect(statusAfter('withdraw', claimed, 'UZ')).toBe('in_progress')
  })
  test('staff cancel anything but what is completed or cancelled', () => {
    for (const status of statuses)
      expect(mayAct('cancel', milestone({ status }), koreanStaff)).toEqual(
        status === 'completed'
          ? mayNot('already-completed')
          : status === 'cancelled'
            ? mayNot('cancelled')
            : may,
      )
  })
  test('only what is cancelled is restored', () => {
    for (const status of statuses)
      expect(mayAct('restore', milestone({ status }), koreanStaff).may).toBe(status === 'cancelled')
  })
  test('a record that came cancelled is restored to what its keys and reports say', () => {
    expect(statusAfter('restore', milestone({ status: 'cancelled', percent: null }), 'UZ')).toBe('planned')
    expect(statusAfter('restore', milestone({ status: 'cancelled', percent: 40 }), 'UZ')).toBe('in_progress')
  })
})

describe('reports', () => {
  test('move a status by the first three rows of the table', () => {
    for (const from of ['planned', 'in_progress', 'blocked'] as const) {
      expect(statusAfterAcceptance(from, 40, false)).toBe('in_progress')
      expect(statusAfterAcceptance(from, 40, true)).toBe('blocked')
      expect(statusAfterAcceptance(from, 100, false)).toBe('in_progress')
      expect(statusAfterAcceptance(from, 100, true)).toBe('in_progress')
    }
  })
  test('are refused on what is claimed, completed, disputed or cancelled, and move nothing there', () => {
    for (const status of ['claimed', 'completed', 'disputed', 'cancelled'] as const) {
      expect(mayReport(status)).toEqual(mayNot(`report-on-${status}`))
      expect(statusAfterAcceptance(status, 100, true)).toBe(status)
    }
  })
})

describe('a drag on the board', () => {
  test.each([
    ['planned', 'in_progress', 'start'],
    ['blocked', 'in_progress', 'unblock'],
    ['claimed', 'in_progress', 'withdraw'],
    ['completed', 'in_progress', 'withdraw'],
    ['disputed', 'in_progress', 'withdraw'],
    ['planned', 'blocked', 'block'],
    ['in_progress', 'claimed', 'confirm'],
    ['in_progress', 'completed', 'confirm'],
    ['claimed', 'completed', 'confirm'],
    ['disputed', 'completed', 'confirm'],
    ['claimed', 'disputed', 'dispute'],
    ['completed', 'disputed', 'dispute'],
    ['in_progress', 'planned', undefined],
    ['in_progress', 'cancelled', undefined],
    ['cancelled', 'in_progress', undefined],
    ['blocked', 'blocked', undefined],
  ] as const)('%s to %s means %s', (from, to, act) => {
    expect(actFor(from, to, [], 'UZ')).toBe(act)
  })
  test('to claimed takes back the own word where that leaves a claim', () => {
    expect(actFor('completed', 'claimed', confirmedBy(...both), 'KR')).toBe('withdraw')
    expect(actFor('disputed', 'claimed', [...confirmedBy('UZ'), disputedBy('KR')], 'KR')).toBe('withdraw')
    expect(actFor('disputed', 'claimed', [...confirmedBy('UZ'), disputedBy('KR')], 'UZ')).toBe('confirm')
    expect(actFor('completed', 'claimed', confirmedBy(...both), undefined)).toBe('confirm')
  })
  test('never completes a milestone that was dropped on claimed', () => {
    fc.assert(
      fc.property(anySubject, side, (subject, mine) => {
        const act = actFor(subject.status, 'claimed', subject.standing, mine)
        const isTwoKeys = subject.needed.length === 2 && subject.status === statusFrom(subject.standing, both)
        if (act && isTwoKeys && mayAct(act, subject, { staffOf: [mine], officialOf: [] }).may)
          expect(statusAfter(act, subject, mine)).not.toBe('completed')
      }),
    )
  })
})
