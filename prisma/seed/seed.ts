/** The first load: the real programme of Uzbekistan and Korea, with its sources. It alone writes as the owner and past
 *  the commands (PRODUCT.md, rule 14), with one event a record, by nobody. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { calendarDayRecord, countryRecord, organisationRecord } from './load-common.ts'
import {
  acceptanceStepRecord,
  caveatRecord,
  directionRecord,
  landmarkRecord,
  meetingSeriesRecord,
  partnershipCitations,
  partnershipRecord,
  sideRecords,
  sourceRecord,
} from './load-partnership.ts'
import { demoRecords } from './load-people.ts'
import { agreementRecord, initiativeRecord, meetingRecord, milestoneRecord } from './load-programme.ts'
import {
  contradictionRecord,
  financeRecord,
  indicatorRecord,
  openPointRecord,
  reportedFactRecord,
  tradeFigureRecord,
} from './load-reported.ts'
import { idOf, type Place } from './rows.ts'
import * as shapes from './shapes.ts'
import { begin, seal, write } from './write.ts'

/** Everything or nothing; what is loaded already stays as it is. `say` gets a line a step. `demo`: also people to try
 *  it with, one a role, for a database that only this machine reaches. */
export async function seed(
  ownerUrl: string,
  say: (line: string) => void,
  { demo }: { demo: boolean },
): Promise<void> {
  const files = await readFiles()
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    if (await isLoaded(client, files)) {
      say(`${files.partnership.code} is loaded already`)
    } else {
      await load(client, files, say)
      if (demo) await loadDemo(client, files, say)
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
}

type Files = Awaited<ReturnType<typeof readFiles>>

async function readFiles() {
  return {
    countries: await read('countries', z.array(shapes.Country)),
    calendarDays: await read('calendar-days', z.array(shapes.CalendarDay)),
    partnership: await read('partnership', shapes.Partnership),
    landmarks: await read('landmarks', z.array(shapes.Landmark)),
    caveats: await read('caveats', z.array(shapes.Caveat)),
    meetingSeries: await read('meeting-series', z.array(shapes.MeetingSeries)),
    directions: await read('directions', z.array(shapes.Direction)),
    sources: await read('sources', z.array(shapes.Source)),
    organisations: await read('organisations', z.array(shapes.Organisation)),
    agreements: await read('agreements', z.array(shapes.Agreement)),
    initiatives: await read('initiatives', z.array(shapes.Initiative)),
    milestones: await read('milestones', z.array(shapes.Milestone)),
    meetings: await read('meetings', z.array(shapes.Meeting)),
    reportedFacts: await read('reported-facts', z.array(shapes.ReportedFact)),
    openPoints: await read('open-points', z.array(shapes.OpenPoint)),
    indicators: await read('indicators', z.array(shapes.Indicator)),
    financeRecords: await read('finance-records', z.array(shapes.FinanceRecord)),
    tradeFigures: await read('trade-figures', z.array(shapes.TradeFigure)),
    contradictions: await read('contradictions', z.array(shapes.Contradiction)),
  }
}

async function read<T>(name: string, shape: z.ZodType<T>): Promise<T> {
  return shape.parse(JSON.parse(await readFile(join(import.meta.dirname, `${name}.json`), 'utf8')))
}

async function isLoaded(client: pg.Client, { partnership }: Files): Promise<boolean> {
  const { rowCount } = await client.query('select from partnerships where code = $1', [partnership.code])
  return rowCount === 1
}

async function load(client: pg.Client, files: Files, say: (line: string) => void): Promise<void> {
  const { partnership } = files
  const sides = partnership.sides.map(({ country }) => country)

  await write(client, files.countries.map(countryRecord))
  for (const { code } of files.countries) await open(client, 'open_registry($1)', [idOf('country', code)])
  await write(client, files.calendarDays.map(calendarDayRecord))
  say(`${files.countries.length} countries, ${files.calendarDays.length} days of their calendars`)

  await open(client, 'open_partnership($1, $2, $3)', [
    idOf('partnership', partnership.key),
    ...sides.map((code) => idOf('country', code)),
  ])
  const place = await placeOf(client, partnership.key)
  await write(client, [partnershipRecord(partnership)])
  await write(
    client,
    files.sources.map((source) => sourceRecord(place, source)),
  )
  await write(
    client,
    files.organisations.map((organisation) => organisationRecord(place, organisation)),
  )
  say(`${files.organisations.length} organisations, ${files.sources.length} sources`)

  await write(client, [
    partnershipCitations(place, partnership),
    ...sideRecords(place, partnership),
    ...(await acceptanceSteps(client, place, sides)),
    ...files.landmarks.map((landmark) => landmarkRecord(place, landmark)),
    ...files.caveats.map((caveat, index) => caveatRecord(place, caveat, index)),
    ...files.directions.map((direction, index) => directionRecord(place, direction, index)),
    ...files.meetingSeries.map((series, index) => meetingSeriesRecord(place, series, index)),
  ])
  say(`the partnership ${partnership.code} with ${files.directions.length} directions`)

  const directionOf = new Map(files.initiatives.map(({ key, direction }) => [key, direction]))
  const at = new Date().toISOString()
  await write(
    client,
    files.agreements.map((agreement) => agreementRecord(place, agreement)),
  )
  await write(
    client,
    files.initiatives.map((initiative) => initiativeRecord(place, initiative)),
  )
  await write(
    client,
    files.milestones.map((milestone) =>
      milestoneRecord(place, milestone, directionOf.get(milestone.initiative) ?? '', sides, at),
    ),
  )
  say(
    `${files.agreements.length} agreements, ${files.initiatives.length} initiatives, ${files.milestones.length} milestones`,
  )

  await write(
    client,
    files.meetings.map((meeting) => meetingRecord(place, meeting)),
  )
  await write(
    client,
    files.reportedFacts.map((fact) => reportedFactRecord(place, fact)),
  )
  await write(
    client,
    files.openPoints.map((point, index) => openPointRecord(place, point, index)),
  )
  say(`${files.meetings.length} meetings, ${files.reportedFacts.length} reported facts`)

  await write(
    client,
    files.indicators.map((indicator) => indicatorRecord(place, indicator)),
  )
  await write(
    client,
    files.financeRecords.map((finance) => financeRecord(place, finance)),
  )
  await write(
    client,
    files.tradeFigures.map((figure) => tradeFigureRecord(place, figure)),
  )
  await write(
    client,
    files.contradictions.map((contradiction, index) => contradictionRecord(place, contradiction, index)),
  )
  say(
    `${files.indicators.length} indicators, ${files.financeRecords.length} finance records, ${files.tradeFigures.length} trade figures`,
  )
}

async function loadDemo(client: pg.Client, files: Files, say: (line: string) => void): Promise<void> {
  const place = await placeOf(client, files.partnership.key)
  const countryNames = new Map(
    files.countries.map(({ code, officialName }) => [code, officialName.en ?? code]),
  )
  const people = demoRecords(place, { ...files, countryNames })
  await write(client, people)
  await client.query(await readFile(join(import.meta.dirname, 'demo.sql'), 'utf8'))
  say(`${people.length} people to try it with, one a role`)
}

/** Audiences are opened like any other act, but touch no record. */
async function open(client: pg.Client, call: string, ids: readonly string[]): Promise<void> {
  await begin(client)
  await client.query(`select ${call}`, [...ids])
  await seal(client)
}

async function placeOf(client: pg.Client, partnershipKey: string): Promise<Place> {
  const partnership = idOf('partnership', partnershipKey)
  const { rows } = await client.query<{ common: string; shared: string }>(
    `select common(), id as shared from audiences where partnership_id = $1 and kind = 'shared'`,
    [partnership],
  )
  const [found] = rows
  if (found === undefined) throw new Error('the partnership has no shared audience')
  return { common: found.common, shared: found.shared, partnership }
}

async function acceptanceSteps(client: pg.Client, place: Place, sides: readonly string[]) {
  const { rows } = await client.query<{ id: string; country_id: string }>(
    `select id, country_id from audiences where partnership_id = $1 and kind = 'side'`,
    [place.partnership],
  )
  return sides.map((country) => {
    const audience = rows.find(({ country_id }) => country_id === idOf('country', country))
    if (audience === undefined) throw new Error(`${country} has no audience of its own`)
    return acceptanceStepRecord(place, country, audience.id)
  })
}
