/** The partnership itself: its sides, its history, what its data does not know, its directions, its sources. */
import type { z } from 'zod'
import { citations, dated, idOf, textsOf, type Place, type SeedRecord } from './rows.ts'
import type { Caveat, Direction, Landmark, MeetingSeries, Partnership, Source } from './shapes.ts'

export function partnershipRecord(partnership: z.infer<typeof Partnership>): SeedRecord {
  const id = idOf('partnership', partnership.key)
  return [
    [
      'partnerships',
      [
        {
          id,
          audience_id: id,
          code: partnership.code,
          title: textsOf(partnership.title),
          programme: textsOf(partnership.programme),
          ...dated('starts', partnership.starts),
          ...dated('ends', partnership.ends),
          ends_inferred: partnership.endsInferred ?? false,
          languages: partnership.languages,
          note: partnership.note ?? null,
        },
      ],
    ],
  ]
}

/** Needs the sources, which need the partnership. */
export function partnershipCitations(place: Place, { sources }: z.infer<typeof Partnership>): SeedRecord {
  return [citations(place, 'partnership_cited', true, sources)]
}

export function sideRecords(place: Place, { sides }: z.infer<typeof Partnership>): SeedRecord[] {
  return sides.map(({ country, leadOrganisation }, index) => [
    [
      'sides',
      [
        {
          id: idOf('side', country),
          audience_id: place.partnership,
          partnership_id: place.partnership,
          country_id: idOf('country', country),
          position: index + 1,
          lead_organisation_id: idOf('organisation', leadOrganisation),
        },
      ],
    ],
  ])
}

/** Until its admin sets others, each side has one step: any of its staff. */
export function acceptanceStepRecord(place: Place, country: string, sideAudience: string): SeedRecord {
  return [
    [
      'acceptance_steps',
      [
        {
          id: idOf('acceptance-step', country),
          audience_id: sideAudience,
          partnership_id: place.partnership,
          country_id: idOf('country', country),
          position: 1,
          post_id: null,
        },
      ],
    ],
  ]
}

export function landmarkRecord(place: Place, landmark: z.infer<typeof Landmark>): SeedRecord {
  const id = idOf('landmark', landmark.happened.on)
  return [
    [
      'landmarks',
      [
        {
          id,
          audience_id: place.partnership,
          partnership_id: place.partnership,
          ...dated('happened', landmark.happened),
          event: textsOf(landmark.event),
        },
      ],
    ],
    citations(place, 'landmark_id', id, landmark.sources),
  ]
}

export function caveatRecord(place: Place, caveat: z.infer<typeof Caveat>, index: number): SeedRecord {
  return [
    [
      'caveats',
      [
        {
          id: idOf('caveat', index),
          audience_id: place.partnership,
          partnership_id: place.partnership,
          position: index + 1,
          text: textsOf(caveat.text),
        },
      ],
    ],
  ]
}

export function directionRecord(
  place: Place,
  direction: z.infer<typeof Direction>,
  index: number,
): SeedRecord {
  const id = idOf('direction', direction.code)
  return [
    [
      'directions',
      [
        {
          id,
          audience_id: place.partnership,
          partnership_id: place.partnership,
          code: direction.code,
          position: index + 1,
          is_anchor: direction.anchor ?? false,
          title: textsOf(direction.title),
          summary: textsOf(direction.summary),
        },
      ],
    ],
    citations(place, 'direction_id', id, direction.sources),
  ]
}

export function meetingSeriesRecord(
  place: Place,
  series: z.infer<typeof MeetingSeries>,
  index: number,
): SeedRecord {
  const id = idOf('meeting-series', series.key)
  return [
    [
      'meeting_series',
      [
        {
          id,
          audience_id: place.shared,
          partnership_id: place.partnership,
          code: series.code,
          name: textsOf(series.name),
          ...dated('since', series.since),
          level: series.level ?? null,
          sessions: series.sessions ?? null,
          note: series.note ?? null,
          position: index + 1,
        },
      ],
    ],
    citations(place, 'series_id', id, series.sources),
  ]
}

export function sourceRecord(place: Place, source: z.infer<typeof Source>): SeedRecord {
  return [
    [
      'sources',
      [
        {
          id: idOf('source', source.key),
          audience_id: place.shared,
          partnership_id: place.partnership,
          code: source.code,
          url: source.url ?? null,
          title: source.title,
          publisher: source.publisher,
          ...dated('published', source.published),
          date_inferred: source.dateInferred ?? false,
          note: source.note ?? null,
        },
      ],
    ],
  ]
}
