import { expect, test } from 'vitest'
import type { Viewer } from '#lib/access/viewer.ts'
import { agreementPage } from '#lib/agreements/agreement.ts'
import { agreementList } from '#lib/agreements/list.ts'
import { meetingList } from '#lib/meetings/list.ts'
import { organisationList } from '#lib/organisations/list.ts'
import { sourceList } from '#lib/sources/list.ts'
import { tradePage } from '#lib/trade-figures/trade.ts'
import { asOwner, insert, texts } from '#tests/builders.ts'
import { withWorld } from '#tests/world.ts'

const world = withWorld()

const questions = { agreementList, meetingList, organisationList, sourceList, tradePage }

/** Every answer that lists or counts, and the page of the shared agreement from which something descends. */
async function answersTo(viewer: Viewer) {
  const asked = { partnership: 'UZ-KR' }
  const answers: Record<string, unknown> = {}
  for (const [name, question] of Object.entries(questions))
    answers[name] = await question.ask(viewer, asked, 'en')
  answers['agreementPage'] = await agreementPage.ask(viewer, { ...asked, agreement: 'UZ-KR-AGR-01' }, 'en')
  return answers
}

test('what Uzbekistan keeps to itself changes no answer that Korea gets, and is marked in its own', async () => {
  const { partnership, audience, direction, country, organisation } = world()
  const shared = { audience_id: audience.shared, partnership_id: partnership }
  const own = { audience_id: audience.UZ, partnership_id: partnership }
  const agreement = await asOwner((tx) =>
    insert(tx, 'agreements', {
      ...shared,
      code: 'UZ-KR-AGR-01',
      kind: 'mou',
      title: texts('Agreed by both'),
      signed_on: '2024-06-14',
      signed_precision: 'day',
    }),
  )
  const others = [world().koreanStaff, world().observer]
  const before = await Promise.all(others.map(answersTo))

  await asOwner(async (tx) => {
    await insert(tx, 'agreements', {
      ...own,
      code: 'UZ-KR-AGR-U-K7QX',
      kind: 'position',
      title: texts('Position'),
    })
    const meeting = await insert(tx, 'meetings', {
      ...own,
      code: 'UZ-KR-MTG-U-K7QX',
      kind: 'rehearsal',
      title: texts('Rehearsal'),
      held_on: '2026-01-15',
      held_precision: 'day',
      status: 'held',
    })
    await insert(tx, 'decisions', {
      ...own,
      meeting_id: meeting,
      code: 'UZ-KR-MTG-U-K7QX-D1',
      number: 1,
      text: texts('Concede nothing'),
    })
    const source = await insert(tx, 'sources', {
      ...own,
      code: 'UZ-KR-SRC-U-K7QX',
      title: 'Note',
      publisher: 'Secretariat',
    })
    const initiative = await insert(tx, 'initiatives', {
      ...own,
      direction_id: direction,
      code: 'UZ-KR-SC-U-K7QX',
      title: texts('Own plan'),
      standing: 'in_preparation',
    })
    await insert(tx, 'initiative_agreements', {
      audience_id: audience.UZ,
      initiative_id: initiative,
      agreement_id: agreement,
    })
    await insert(tx, 'initiative_bodies', {
      audience_id: audience.UZ,
      initiative_id: initiative,
      organisation_id: organisation.ministry,
      country_id: country.UZ,
      role: 'lead',
      position: 1,
    })
    await insert(tx, 'citations', {
      ...own,
      source_id: source,
      position: 1,
      agreement_id: agreement,
    })
    await insert(tx, 'trade_figures', {
      ...own,
      code: 'UZ-KR-TRD-U-K7QX',
      starts_on: '2025-01-01',
      ends_on: '2025-12-31',
      label: '2025',
      flow: 'turnover',
      value: '1',
      currency: 'USD',
      reporter: 'forecast',
    })
  })
  expect(await Promise.all(others.map(answersTo))).toEqual(before)

  expect(await answersTo(world().staff)).toMatchObject({
    agreementList: { total: 1, own: 1 },
    meetingList: { size: { meetings: 0, own: 1, decisions: 0 }, held: [{ own: true, decisions: 0 }] },
    sourceList: { total: 0, own: 1, sources: [{ own: true, cited: 0 }] },
    tradePage: { figures: [{ own: true }] },
    agreementPage: { initiatives: [{ code: 'UZ-KR-SC-U-K7QX', own: true }] },
  })
})
