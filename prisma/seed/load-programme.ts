/** What was agreed and what came of it: agreements, initiatives, milestones, meetings with their decisions. */
import type { z } from 'zod'
import { daysBetween } from '#lib/rules/due-date.ts'
import { citations, dated, idOf, idOrNull, textsOf, type Place, type Row, type SeedRecord } from './rows.ts'
import type { Agreement, Initiative, Meeting, Milestone } from './shapes.ts'

export function agreementRecord(place: Place, agreement: z.infer<typeof Agreement>): SeedRecord {
  const id = idOf('agreement', agreement.key)
  const links = agreement.directions.map((direction) => ({
    id: idOf('agreement-direction', agreement.key, direction),
    audience_id: place.shared,
    agreement_id: id,
    direction_id: idOf('direction', direction),
  }))
  return [
    [
      'agreements',
      [
        {
          id,
          audience_id: place.shared,
          partnership_id: place.partnership,
          code: agreement.code,
          kind: agreement.kind,
          title: textsOf(agreement.title),
          summary: agreement.summary === undefined ? null : textsOf(agreement.summary),
          ...dated('signed', agreement.signed),
          in_force_on: agreement.inForceOn ?? null,
          place: agreement.place ?? null,
          parties: agreement.parties,
          inferred: agreement.inferred ?? false,
          note: agreement.note ?? null,
        },
      ],
    ],
    ['agreement_directions', links],
    citations(place, 'agreement_id', id, agreement.sources),
  ]
}

type Initiatives = z.infer<typeof Initiative>

export function initiativeRecord(place: Place, initiative: Initiatives): SeedRecord {
  const id = idOf('initiative', initiative.key)
  const link = (noun: string, key: string) => ({
    id: idOf(noun, initiative.key, key),
    audience_id: place.shared,
    initiative_id: id,
  })
  const alsoDirections = initiative.alsoDirections.map((code) => ({
    ...link('initiative-direction', code),
    direction_id: idOf('direction', code),
  }))
  const agreements = initiative.agreements.map((key) => ({
    ...link('initiative-agreement', key),
    agreement_id: idOf('agreement', key),
  }))
  return [
    [
      'initiatives',
      [
        {
          id,
          audience_id: place.shared,
          partnership_id: place.partnership,
          direction_id: idOf('direction', initiative.direction),
          code: initiative.code,
          title: textsOf(initiative.title),
          description: textsOf(initiative.description),
          stages: initiative.stages,
          stages_inferred: initiative.stagesInferred ?? false,
          regions: initiative.regions,
          location: initiative.location ?? null,
          ...dated('starts', initiative.starts),
          ...dated('ends', initiative.ends),
          period_stated: initiative.periodStated ?? null,
          standing: initiative.standing,
          ...dated('standing', initiative.standingAsOf),
          standing_inferred: initiative.standingInferred ?? false,
          inferred: initiative.inferred ?? false,
          note: initiative.note ?? null,
        },
      ],
    ],
    ['initiative_directions', alsoDirections],
    ['initiative_bodies', bodies(place, initiative)],
    ['initiative_agreements', agreements],
    citations(place, 'initiative_id', id, initiative.sources),
    ...values(place, initiative),
  ]
}

function bodies(place: Place, { key, leads, partners }: Initiatives): Row[] {
  const body = (organisation: string, role: 'lead' | 'partner', country: string | null, index: number) => ({
    id: idOf('initiative-body', key, organisation, role, country ?? ''),
    audience_id: place.shared,
    initiative_id: idOf('initiative', key),
    organisation_id: idOf('organisation', organisation),
    country_id: country === null ? null : idOf('country', country),
    role,
    position: index + 1,
  })
  return [
    ...Object.entries(leads).flatMap(([country, organisations]) =>
      (organisations ?? []).map((organisation, index) => body(organisation, 'lead', country, index)),
    ),
    ...partners.map((organisation, index) => body(organisation, 'partner', null, index)),
  ]
}

function values(place: Place, { key, values: reported }: Initiatives): SeedRecord {
  return reported.flatMap((value, index): SeedRecord => {
    const id = idOf('reported-value', key, index)
    return [
      [
        'reported_values',
        [
          {
            id,
            audience_id: place.shared,
            partnership_id: place.partnership,
            initiative_id: idOf('initiative', key),
            about: 'value',
            amount: value.amount,
            currency: value.currency,
            kind: value.kind,
            qualifier: value.qualifier ?? null,
            ...dated('reported', value.reported),
            counts: value.counts ?? false,
            position: index + 1,
          },
        ],
      ],
      citations(place, 'value_id', id, value.sources),
    ]
  })
}

type Milestones = z.infer<typeof Milestone>

/** `direction`: the initiative's. `at`: when the load turned the keys of what was completed before. */
export function milestoneRecord(
  place: Place,
  milestone: Milestones,
  direction: string,
  sides: readonly string[],
  at: string,
): SeedRecord {
  const id = idOf('milestone', milestone.key)
  return [
    [
      'milestones',
      [
        {
          id,
          audience_id: place.shared,
          partnership_id: place.partnership,
          direction_id: idOf('direction', direction),
          initiative_id: idOf('initiative', milestone.initiative),
          code: milestone.code,
          title: textsOf(milestone.title),
          country_id: idOrNull('country', milestone.side),
          organisation_id: idOrNull('organisation', milestone.organisation),
          responsible_inferred: true,
          weight: 1,
          weight_inferred: true,
          ...dated('baseline', milestone.baseline),
          ...dated('due', milestone.due),
          due_stated: milestone.dueStated ?? null,
          status: milestone.status,
          fact_on: milestone.factOn ?? null,
          ...dated('completed', milestone.completed),
          statement: milestone.statement ?? null,
          inferred: milestone.inferred ?? false,
          note: milestone.note ?? null,
        },
      ],
    ],
    citations(place, 'milestone_id', id, milestone.sources),
    ['confirmations', milestone.status === 'completed' ? keysTurned(place, milestone.key, sides, at) : []],
    ...dueDateChanges(place, milestone),
    ...dueReported(place, milestone),
  ]
}

/** No person confirmed what was reported as done before Langar: no post says so, and nobody signed. */
function keysTurned(place: Place, key: string, sides: readonly string[], at: string): Row[] {
  return sides.map((country) => ({
    id: idOf('confirmation', key, country),
    audience_id: place.shared,
    partnership_id: place.partnership,
    milestone_id: idOf('milestone', key),
    country_id: idOf('country', country),
    verdict: 'confirmed',
    at,
  }))
}

function dueDateChanges(place: Place, { key, dueChanges }: Milestones): SeedRecord {
  return dueChanges.flatMap((change, index): SeedRecord => {
    const id = idOf('due-date-change', key, index)
    return [
      [
        'due_date_changes',
        [
          {
            id,
            audience_id: place.shared,
            partnership_id: place.partnership,
            milestone_id: idOf('milestone', key),
            kind: change.kind,
            ...dated('from', change.from),
            ...dated('to', change.to),
            days: daysBetween(change.from.on, change.to.on),
            ...dated('announced', change.announced),
            state: 'agreed',
            position: index + 1,
          },
        ],
      ],
      citations(place, 'due_date_change_id', id, change.sources),
    ]
  })
}

function dueReported(place: Place, milestone: Milestones): SeedRecord {
  return milestone.dueReported.flatMap((value, index): SeedRecord => {
    const id = idOf('reported-value', milestone.key, index)
    return [
      [
        'reported_values',
        [
          {
            id,
            audience_id: place.shared,
            partnership_id: place.partnership,
            milestone_id: idOf('milestone', milestone.key),
            about: 'due',
            ...dated('dated', value.dated),
            ...dated('reported', value.reported),
            counts: value.counts ?? false,
            position: index + 1,
          },
        ],
      ],
      citations(place, 'value_id', id, value.sources),
    ]
  })
}

export function meetingRecord(place: Place, meeting: z.infer<typeof Meeting>): SeedRecord {
  const id = idOf('meeting', meeting.key)
  const decisions = meeting.decisions.map((decision, index) => ({
    id: idOf('decision', decision.key),
    audience_id: place.shared,
    partnership_id: place.partnership,
    meeting_id: id,
    initiative_id: idOrNull('initiative', decision.initiative),
    code: decision.code,
    number: index + 1,
    text: textsOf(decision.text),
    ...dated('due', decision.due),
    due_inferred: decision.dueInferred ?? false,
    note: decision.note ?? null,
  }))
  const directions = meeting.decisions.flatMap((decision) =>
    decision.directions.map((code) => ({
      id: idOf('decision-direction', decision.key, code),
      audience_id: place.shared,
      decision_id: idOf('decision', decision.key),
      direction_id: idOf('direction', code),
    })),
  )
  return [
    [
      'meetings',
      [
        {
          id,
          audience_id: place.shared,
          partnership_id: place.partnership,
          series_id: idOrNull('meeting-series', meeting.series),
          code: meeting.code,
          kind: meeting.kind,
          title: textsOf(meeting.title),
          ...dated('held', meeting.held),
          ends_on: meeting.endsOn ?? null,
          place: meeting.place ?? null,
          mode: meeting.mode ?? null,
          participants: meeting.participants,
          status: meeting.status,
          inferred: meeting.inferred ?? false,
          note: meeting.note ?? null,
        },
      ],
    ],
    ['decisions', decisions],
    ['decision_directions', directions],
    citations(place, 'meeting_id', id, meeting.sources),
  ]
}
