import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isLastStep,
  mayTakeStep,
  nextStep,
  type AcceptanceStep,
  type StepTaker,
  type TakenStep,
} from '#lib/rules/acceptance.ts'

const uzbekChain: AcceptanceStep[] = [
  { post: 'head of department' },
  { post: 'deputy minister' },
  'any-staff',
]
const koreanChain: AcceptanceStep[] = ['any-staff']
const sent: TakenStep = { act: 'sent', person: 'official', post: 'focal point' }
const accepted = (person: string): TakenStep => ({ act: 'accepted', person, post: `post of ${person}` })
const staff: StepTaker = { person: 'staff', posts: ['secretary'], isStaff: true }
const head: StepTaker = { person: 'head', posts: ['head of department'], isStaff: false }

const people = ['ana', 'bek', 'chul', 'dina', 'eun']
const posts = ['p1', 'p2', 'p3']
const chain = fc.array(
  fc.oneof(fc.constant('any-staff' as const), fc.record({ post: fc.constantFrom(...posts) })),
  { minLength: 1, maxLength: 5 },
)
const actor = fc.record({
  person: fc.constantFrom(...people),
  posts: fc.subarray(posts),
  isStaff: fc.boolean(),
})

test('the steps come one after another, and the last is known as such', () => {
  expect(nextStep(uzbekChain, [])).toBeUndefined()
  expect(nextStep(uzbekChain, [sent])).toEqual({ post: 'head of department' })
  expect(isLastStep(uzbekChain, [sent])).toBe(false)
  expect(nextStep(uzbekChain, [sent, accepted('head'), accepted('deputy')])).toBe('any-staff')
  expect(isLastStep(uzbekChain, [sent, accepted('head'), accepted('deputy')])).toBe(true)
  expect(
    nextStep(uzbekChain, [sent, accepted('head'), accepted('deputy'), accepted('staff')]),
  ).toBeUndefined()
  expect(isLastStep(koreanChain, [sent])).toBe(true)
})
test('the holder of the step’s post takes it, nobody else', () => {
  expect(mayTakeStep(uzbekChain, [sent], head)).toEqual({ may: true })
  expect(mayTakeStep(uzbekChain, [sent], staff)).toEqual({ may: false, why: 'not-the-steps-post' })
  expect(mayTakeStep(koreanChain, [sent], staff)).toEqual({ may: true })
  expect(mayTakeStep(koreanChain, [sent], head)).toEqual({ may: false, why: 'not-staff-of-the-side' })
})
test('a return closes the report', () => {
  const returned: TakenStep = { act: 'returned', person: 'head', post: 'head of department' }
  expect(nextStep(uzbekChain, [sent, returned])).toBeUndefined()
  expect(isLastStep(koreanChain, [sent, returned])).toBe(false)
  expect(mayTakeStep(uzbekChain, [sent, returned], staff)).toEqual({ may: false, why: 'report-closed' })
})
test('who holds two posts takes no step on the own report, and no second one', () => {
  const everything = { posts: ['focal point', 'head of department', 'deputy minister'], isStaff: true }
  expect(mayTakeStep(uzbekChain, [sent], { person: 'official', ...everything })).toEqual({
    may: false,
    why: 'step-on-own-report',
  })
  expect(mayTakeStep(uzbekChain, [sent, accepted('head')], { person: 'head', ...everything })).toEqual({
    may: false,
    why: 'second-step-of-one-report',
  })
})
test('however many try, an accepted report has passed as many different hands as its chain has steps, and its author’s', () => {
  fc.assert(
    fc.property(
      chain,
      fc.constantFrom(...people),
      fc.array(actor, { maxLength: 60 }),
      (steps, author, actors) => {
        let taken: TakenStep[] = [{ act: 'sent', person: author, post: 'p0' }]
        for (const next of actors)
          if (mayTakeStep(steps, taken, next).may)
            taken = [...taken, { act: 'accepted', person: next.person, post: 'any' }]
        expect(new Set(taken.map(({ person }) => person)).size).toBe(taken.length)
        expect(taken.length).toBeLessThanOrEqual(steps.length + 1)
        expect(nextStep(steps, taken) === undefined).toBe(taken.length === steps.length + 1)
      },
    ),
  )
})
