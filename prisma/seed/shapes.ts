/** What stands in the files beside this one. A record names another by its `key`; its id is derived from that key.
 *  What is left out is not stated, or has the default that the loader names. */
import { z } from 'zod'
import { isPlainDate, lastDayOf, precisions } from '#lib/rules/due-date.ts'

const Day = z.string().refine(isPlainDate)
const Key = z.string().regex(/^[a-z0-9]+([-_.][A-Za-z0-9]+)*$/)
const CountryCode = z.string().regex(/^[A-Z]{2}$/)
const DirectionCode = z.string().regex(/^[A-Z]{2}$/)
const yes = z.literal(true).optional()

/** `on` is the last day of the interval that was announced. */
const Dated = z
  .strictObject({ on: Day, precision: z.enum(precisions) })
  .refine(({ on, precision }) => lastDayOf(on, precision) === on)

/** By BCP 47 language. One is the source (English unless said otherwise), the others unofficial translations of it. */
const Names = z.record(z.string(), z.string().min(1))

/** A source's key; with a note where there is something to say about the citation itself. */
const Sources = z.array(z.union([Key, z.strictObject({ source: Key, note: z.string() })])).default([])

export const Country = z.strictObject({
  code: CountryCode,
  code3: z.string(),
  numericCode: z.string(),
  name: Names,
  officialName: Names,
  capital: Names,
  timeZone: z.string(),
  currency: z.string(),
  languages: z.array(z.string()),
  note: z.string().optional(),
})

export const CalendarDay = z.strictObject({
  country: CountryCode,
  day: Day,
  name: Names,
  /** The language of the name that the others translate. */
  authentic: z.string(),
  kind: z.string(),
  standing: z.string(),
  fixedByDecree: yes,
  basis: z.string(),
  citations: z
    .array(
      z.strictObject({ url: z.url(), title: z.string(), publisher: z.string(), date: z.string().nullable() }),
    )
    .default([]),
  note: z.string().optional(),
})

export const Partnership = z.strictObject({
  key: Key,
  code: z.string(),
  title: Names,
  programme: Names,
  starts: Dated,
  ends: Dated,
  endsInferred: yes,
  languages: z.array(z.string()),
  note: z.string().optional(),
  /** In the order of the title. */
  sides: z.array(z.strictObject({ country: CountryCode, leadOrganisation: Key })).length(2),
  sources: Sources,
})

export const Landmark = z.strictObject({ happened: Dated, event: Names, sources: Sources })

export const Caveat = z.strictObject({ text: Names })

export const MeetingSeries = z.strictObject({
  key: Key,
  code: z.string(),
  name: Names,
  since: Dated.optional(),
  level: z.string().optional(),
  sessions: z.int().optional(),
  note: z.string().optional(),
  sources: Sources,
})

export const Direction = z.strictObject({
  code: DirectionCode,
  anchor: yes,
  title: Names,
  summary: Names,
  sources: Sources,
})

export const Source = z.strictObject({
  key: Key,
  code: z.string(),
  title: z.string(),
  publisher: z.string(),
  published: Dated.optional(),
  dateInferred: yes,
  url: z.url().optional(),
  note: z.string().optional(),
})

export const Organisation = z.strictObject({
  /** In capitals it is the code. */
  key: Key,
  /** None: it belongs to neither side. */
  country: CountryCode.optional(),
  jointCountry: CountryCode.optional(),
  kind: z.string(),
  iatiType: z.string(),
  name: Names,
  acronym: z.string().optional(),
  note: z.string().optional(),
  sources: Sources,
})

export const Agreement = z.strictObject({
  key: Key,
  code: z.string(),
  kind: z.string(),
  title: Names,
  summary: Names.optional(),
  signed: Dated.optional(),
  inForceOn: Day.optional(),
  place: z.string().optional(),
  parties: z.array(z.string()).default([]),
  directions: z.array(DirectionCode).default([]),
  inferred: yes,
  note: z.string().optional(),
  sources: Sources,
})

export const Initiative = z.strictObject({
  key: Key,
  code: z.string(),
  direction: DirectionCode,
  alsoDirections: z.array(DirectionCode).default([]),
  title: Names,
  description: Names,
  stages: z.array(z.string()).default([]),
  stagesInferred: yes,
  regions: z.array(z.string()).default([]),
  location: z.string().optional(),
  starts: Dated.optional(),
  ends: Dated.optional(),
  periodStated: z.string().optional(),
  standing: z.string(),
  standingAsOf: Dated.optional(),
  standingInferred: yes,
  /** For each side, the first leads. */
  leads: z.partialRecord(CountryCode, z.array(Key)),
  partners: z.array(Key).default([]),
  agreements: z.array(Key).default([]),
  values: z
    .array(
      z.strictObject({
        amount: z.number(),
        currency: z.string(),
        kind: z.string(),
        qualifier: z.string().optional(),
        reported: Dated.optional(),
        counts: yes,
        sources: Sources,
      }),
    )
    .default([]),
  inferred: yes,
  note: z.string().optional(),
  sources: Sources,
})

export const Milestone = z.strictObject({
  key: Key,
  code: z.string(),
  initiative: Key,
  title: Names,
  /** None: joint. Nobody stated side and body: they are the initiative's first lead's. */
  side: CountryCode.optional(),
  organisation: Key.optional(),
  status: z.enum(['planned', 'in_progress', 'completed']),
  due: Dated.optional(),
  dueStated: z.string().optional(),
  baseline: Dated.optional(),
  completed: Dated.optional(),
  statement: z.string().optional(),
  factOn: Day.optional(),
  dueChanges: z
    .array(
      z.strictObject({
        from: Dated,
        to: Dated,
        kind: z.enum(['moved', 'refined', 'restated']),
        announced: Dated,
        sources: Sources,
      }),
    )
    .default([]),
  /** Dates on which sources disagree. */
  dueReported: z
    .array(z.strictObject({ dated: Dated, reported: Dated, counts: yes, sources: Sources }))
    .default([]),
  inferred: yes,
  note: z.string().optional(),
  sources: Sources,
})

export const ReportedFact = z.strictObject({
  key: Key,
  initiative: Key.optional(),
  milestone: Key.optional(),
  reported: Dated,
  kind: z.string(),
  text: Names,
  inferred: yes,
  note: z.string().optional(),
  sources: Sources,
})

export const OpenPoint = z.strictObject({
  key: Key,
  initiative: Key.optional(),
  text: Names,
  state: z.string(),
  status: z.string(),
  sources: Sources,
})

export const Contradiction = z.strictObject({
  key: Key,
  topic: Names,
  agreement: Key.optional(),
  initiative: Key.optional(),
  indicator: Key.optional(),
  tradeFigure: Key.optional(),
  versions: z.array(z.strictObject({ text: Names, counts: yes, source: Key })).min(2),
})

export const Indicator = z.strictObject({
  key: Key,
  code: z.string(),
  direction: DirectionCode,
  initiative: Key.optional(),
  title: Names,
  unit: z.string(),
  measurements: z.array(
    z.strictObject({
      role: z.enum(['baseline', 'target', 'actual']),
      value: z.number(),
      measured: Dated.optional(),
      qualifier: z.string().optional(),
      inferred: yes,
      note: z.string().optional(),
      sources: Sources,
    }),
  ),
  inferred: yes,
  note: z.string().optional(),
  sources: Sources,
})

/** A body, or the country as a whole. */
const Party = z.union([z.strictObject({ organisation: Key }), z.strictObject({ country: CountryCode })])

export const FinanceRecord = z.strictObject({
  key: Key,
  code: z.string(),
  initiative: Key.optional(),
  title: Names,
  instrument: z.string(),
  /** IATI TransactionType. None: a reported figure that enters no sum. */
  transactionType: z.literal('2').optional(),
  amount: z.number(),
  currency: z.string(),
  qualifier: z.string().optional(),
  provider: Party.optional(),
  receiver: Party.optional(),
  agreed: Dated,
  starts: Dated.optional(),
  ends: Dated.optional(),
  status: z.string(),
  inferred: yes,
  note: z.string().optional(),
  sources: Sources,
})

export const Meeting = z.strictObject({
  key: Key,
  code: z.string(),
  series: Key.optional(),
  kind: z.string(),
  title: Names,
  held: Dated,
  endsOn: Day.optional(),
  place: z.string().optional(),
  mode: z.string().optional(),
  participants: z.array(z.string()).default([]),
  status: z.enum(['planned', 'held']),
  decisions: z
    .array(
      z.strictObject({
        key: Key,
        code: z.string(),
        text: Names,
        initiative: Key.optional(),
        directions: z.array(DirectionCode).default([]),
        due: Dated.optional(),
        dueInferred: yes,
        note: z.string().optional(),
      }),
    )
    .default([]),
  inferred: yes,
  note: z.string().optional(),
  sources: Sources,
})

export const TradeFigure = z.strictObject({
  key: Key,
  code: z.string(),
  startsOn: Day,
  endsOn: Day,
  label: z.string(),
  flow: z.string(),
  from: CountryCode.optional(),
  to: CountryCode.optional(),
  value: z.number().optional(),
  currency: z.string().optional(),
  changePercent: z.number().optional(),
  sharePercent: z.number().optional(),
  reporter: z.string(),
  inferred: yes,
  note: z.string().optional(),
  sources: Sources,
})
