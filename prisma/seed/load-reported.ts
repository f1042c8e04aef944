/** What others published: facts, open points, contradictions, indicators, money, trade. */
import type { z } from 'zod'
import { citations, dated, idOf, idOrNull, textsOf, type Place, type SeedRecord } from './rows.ts'
import type {
  Contradiction,
  FinanceRecord,
  Indicator,
  OpenPoint,
  ReportedFact,
  TradeFigure,
} from './shapes.ts'

export function reportedFactRecord(place: Place, fact: z.infer<typeof ReportedFact>): SeedRecord {
  const id = idOf('reported-fact', fact.key)
  return [
    [
      'reported_facts',
      [
        {
          id,
          audience_id: place.shared,
          partnership_id: place.partnership,
          initiative_id: idOrNull('initiative', fact.initiative),
          milestone_id: idOrNull('milestone', fact.milestone),
          ...dated('reported', fact.reported),
          kind: fact.kind,
          text: textsOf(fact.text),
          inferred: fact.inferred ?? false,
          note: fact.note ?? null,
        },
      ],
    ],
    citations(place, 'fact_id', id, fact.sources),
  ]
}

export function openPointRecord(place: Place, point: z.infer<typeof OpenPoint>, index: number): SeedRecord {
  const id = idOf('open-point', point.key)
  return [
    [
      'open_points',
      [
        {
          id,
          audience_id: place.shared,
          partnership_id: place.partnership,
          initiative_id: idOrNull('initiative', point.initiative),
          position: index + 1,
          text: textsOf(point.text),
          state: point.state,
          status: point.status,
        },
      ],
    ],
    citations(place, 'open_point_id', id, point.sources),
  ]
}

/** A citation's note repeats the version that its source gives: the citation is of the contradiction as a whole. */
export function contradictionRecord(
  place: Place,
  contradiction: z.infer<typeof Contradiction>,
  index: number,
): SeedRecord {
  const id = idOf('contradiction', contradiction.key)
  const versions = contradiction.versions.map((version, order) => ({
    id: idOf('contradiction-version', contradiction.key, order),
    audience_id: place.shared,
    contradiction_id: id,
    position: order + 1,
    text: textsOf(version.text),
    counts: version.counts ?? false,
  }))
  const sources = contradiction.versions.map(({ source, text }) => ({ source, note: text.en ?? '' }))
  return [
    [
      'contradictions',
      [
        {
          id,
          audience_id: place.shared,
          partnership_id: place.partnership,
          position: index + 1,
          topic: textsOf(contradiction.topic),
          agreement_id: idOrNull('agreement', contradiction.agreement),
          initiative_id: idOrNull('initiative', contradiction.initiative),
          indicator_id: idOrNull('indicator', contradiction.indicator),
          trade_figure_id: idOrNull('trade-figure', contradiction.tradeFigure),
        },
      ],
    ],
    ['contradiction_versions', versions],
    citations(place, 'contradiction_id', id, sources),
  ]
}

export function indicatorRecord(place: Place, indicator: z.infer<typeof Indicator>): SeedRecord {
  const id = idOf('indicator', indicator.key)
  const measurements = indicator.measurements.flatMap((point, index): SeedRecord => {
    const measurement = idOf('measurement', indicator.key, index)
    return [
      [
        'measurements',
        [
          {
            id: measurement,
            audience_id: place.shared,
            indicator_id: id,
            role: point.role,
            value: point.value,
            ...dated('measured', point.measured),
            qualifier: point.qualifier ?? null,
            inferred: point.inferred ?? false,
            note: point.note ?? null,
            position: index + 1,
          },
        ],
      ],
      citations(place, 'measurement_id', measurement, point.sources),
    ]
  })
  return [
    [
      'indicators',
      [
        {
          id,
          audience_id: place.shared,
          partnership_id: place.partnership,
          direction_id: idOf('direction', indicator.direction),
          initiative_id: idOrNull('initiative', indicator.initiative),
          code: indicator.code,
          title: textsOf(indicator.title),
          unit: indicator.unit,
          inferred: indicator.inferred ?? false,
          note: indicator.note ?? null,
        },
      ],
    ],
    citations(place, 'indicator_id', id, indicator.sources),
    ...measurements,
  ]
}

export function financeRecord(place: Place, finance: z.infer<typeof FinanceRecord>): SeedRecord {
  const id = idOf('finance-record', finance.key)
  const party = (name: string, of: typeof finance.provider) => ({
    [`${name}_id`]: of !== undefined && 'organisation' in of ? idOf('organisation', of.organisation) : null,
    [`${name}_country_id`]: of !== undefined && 'country' in of ? idOf('country', of.country) : null,
  })
  return [
    [
      'finance_records',
      [
        {
          id,
          audience_id: place.shared,
          partnership_id: place.partnership,
          initiative_id: idOrNull('initiative', finance.initiative),
          code: finance.code,
          title: textsOf(finance.title),
          instrument: finance.instrument,
          transaction_type: finance.transactionType ?? null,
          amount: finance.amount,
          currency: finance.currency,
          qualifier: finance.qualifier ?? null,
          ...party('provider', finance.provider),
          ...party('receiver', finance.receiver),
          ...dated('agreed', finance.agreed),
          ...dated('starts', finance.starts),
          ...dated('ends', finance.ends),
          status: finance.status,
          inferred: finance.inferred ?? false,
          note: finance.note ?? null,
        },
      ],
    ],
    citations(place, 'finance_record_id', id, finance.sources),
  ]
}

export function tradeFigureRecord(place: Place, figure: z.infer<typeof TradeFigure>): SeedRecord {
  const id = idOf('trade-figure', figure.key)
  return [
    [
      'trade_figures',
      [
        {
          id,
          audience_id: place.shared,
          partnership_id: place.partnership,
          code: figure.code,
          starts_on: figure.startsOn,
          ends_on: figure.endsOn,
          label: figure.label,
          flow: figure.flow,
          from_country_id: idOrNull('country', figure.from),
          to_country_id: idOrNull('country', figure.to),
          value: figure.value ?? null,
          currency: figure.currency ?? null,
          change_percent: figure.changePercent ?? null,
          share_percent: figure.sharePercent ?? null,
          reporter: figure.reporter,
          inferred: figure.inferred ?? false,
          note: figure.note ?? null,
        },
      ],
    ],
    citations(place, 'trade_figure_id', id, figure.sources),
  ]
}
