import { expect } from 'vitest'
import { cancelMilestone } from '#lib/milestones/cancel.ts'
import { changeDueDate } from '#lib/milestones/change-due-date.ts'
import { acceptReport } from '#lib/progress-reports/accept.ts'
import { submitReport } from '#lib/progress-reports/submit.ts'
import type { AnyCommand } from '#lib/runner/command.ts'
import { run } from '#lib/runner/run.ts'
import { keptByAdmins } from '#tests/access-matrix-admins-records.ts'
import { world } from '#tests/access-matrix-world.ts'
import {
  aMilestone,
  aReport,
  asOwner,
  insert,
  newId,
  rows,
  texts,
  type MilestoneWanted,
  type Who,
} from '#tests/builders.ts'
import { knock } from '#tests/doors.ts'
import { type Given, otherDate } from '#tests/sent.ts'

/** What the acts, questions and pages of access-matrix.md are about: the record's names as addresses have them, and what a
 *  command is sent. */

const milestone = async (wanted: MilestoneWanted): Promise<Given> => {
  const { code, version } = await aMilestone(world(), wanted)
  return { names: { milestone: code }, version }
}
const report = async ({ chain = [] as Who[], accepted = false, evidence = [] as unknown[] } = {}) => {
  const steps = await asOwner(async (tx) => {
    const common = {
      audience_id: world().audience.UZ,
      partnership_id: world().partnership,
      country_id: world().country.UZ,
    }
    const ids = []
    for (const [n, who] of chain.entries())
      ids.push(
        await insert(tx, 'acceptance_steps', { ...common, position: n + 1, post_id: world().post[who] }),
      )
    return ids
  })
  const sent = aReport(await aMilestone(world()), { evidence })
  expect(await run(submitReport, world().official, sent)).toMatchObject({ ok: true })
  await asOwner((tx) => tx.query('update acceptance_steps set ended_at = now() where id = any ($1)', [steps]))
  if (accepted) await run(acceptReport, world().staff, { id: newId(), report: sent.id })
  return { names: { report: sent.id } }
}
const evidence = async ({ accepted = false } = {}): Promise<Given> => {
  const form = new FormData()
  form.append('file', new File(['Protocol of the meeting'], 'protocol.txt'))
  const answer = await knock('POST', '/api/v1/files', { as: world().tokens.official, body: form })
  const { value } = await answer.json()
  const { names } = await report({ accepted, evidence: value })
  const [file] = await rows<{ id: string }>('select id from evidence where report_id = $1', names.report)
  return { names: { evidence: file?.id ?? '' } }
}
let numbered = 0
const record = async (table: string, audience: 'public' | 'shared' | 'UZ' | 'KR', more: object) => {
  const code = `UZ-KR-X-${(numbered += 1)}`
  const id = await asOwner((tx) =>
    insert(tx, table, {
      audience_id: world().audience[audience],
      partnership_id: world().partnership,
      code,
      ...more,
    }),
  )
  const [made] = await rows<{ version?: string }>(
    `select to_jsonb(t) ->> 'version' as version from ${table} t where id = $1`,
    id,
  )
  return { id, names: { [table.slice(0, -1)]: code }, ...(made?.version && { version: made.version }) }
}
const agreement = { kind: 'memorandum', title: texts('Memorandum') }
const meeting = {
  kind: 'commission',
  title: texts('Commission'),
  held_on: '2025-01-31',
  held_precision: 'day',
  status: 'held',
}
const source = { title: 'Report', publisher: 'Agency' }
const initiative = () => ({
  direction_id: world().direction,
  title: texts('Initiative'),
  standing: 'in_progress',
})

const anInitiative = async (audience: 'shared' | 'UZ' | 'KR', more: object = {}): Promise<Given> => {
  const { id, names } = await record('initiatives', audience, { ...initiative(), ...more })
  const [row] = await rows<{ version: string }>('select version from initiatives where id = $1', id)
  return { names, version: row?.version ?? '' }
}
const archivedMilestone = async (visibility: 'shared' | 'UZ'): Promise<Given> => {
  const { id, code, version } = await aMilestone(world(), { visibility })
  await asOwner((tx) => tx.query('update milestones set archived_at = now() where id = $1', [id]))
  return { names: { milestone: code }, version }
}

/** Asked for, and by staff put to the other side at once. */
const asked = async (
  command: AnyCommand,
  who: 'official' | 'staff',
  wanted: MilestoneWanted,
  more: object,
) => {
  const { code, version } = await aMilestone(world(), wanted)
  const change = newId()
  const outcome = await run(command, world()[who], { id: change, milestone: code, version, ...more })
  expect(outcome).toMatchObject({ ok: true })
  return { names: { change } }
}

/** By the words in which a line of the matrix names it: makes one anew, and tells its names as addresses have them, with the
 *  version that was seen. */
export const made: Record<string, () => Promise<Given>> = {
  ...keptByAdmins,
  nothing: async () => ({ names: { nextauth: 'session', missing: 'nowhere/at/all' } }),
  'planned, shared': () => milestone({}),
  'planned, public': async () =>
    milestone({
      visibility: 'public',
      initiative: (await record('initiatives', 'public', initiative())).id,
    }),
  'planned, Uzbekistan’s own': () => milestone({ visibility: 'UZ' }),
  'planned, Korea’s own': () => milestone({ visibility: 'KR', side: 'KR' }),
  'planned, Uzbekistan’s own, coded so': async () => {
    const { id, version } = await aMilestone(world(), { visibility: 'UZ' })
    const code = `UZ-KR-SC-01-U-${newId().slice(0, 8).toUpperCase()}`
    await asOwner((tx) => tx.query('update milestones set code = $2 where id = $1', [id, code]))
    return { names: { milestone: code }, version }
  },
  'planned, joint': () => milestone({ side: null }),
  'in progress, shared': () => milestone({ status: 'in_progress' }),
  'in progress, Uzbekistan’s own': () => milestone({ status: 'in_progress', visibility: 'UZ' }),
  'blocked, shared': () => milestone({ status: 'blocked' }),
  'blocked, Uzbekistan’s own': () => milestone({ status: 'blocked', visibility: 'UZ' }),
  'at 50 %, shared': () => milestone({ status: 'in_progress', percent: 50 }),
  'at 100 %, shared': () => milestone({ status: 'in_progress', percent: 100 }),
  'at 100 %, joint': () => milestone({ status: 'in_progress', percent: 100, side: null }),
  'at 100 %, Uzbekistan’s own': () => milestone({ status: 'in_progress', percent: 100, visibility: 'UZ' }),
  'claimed by Uzbekistan, shared': () => milestone({ status: 'claimed', confirmedBy: ['UZ'] }),
  'completed, shared': () => milestone({ status: 'completed' }),
  'completed, Uzbekistan’s own': () =>
    milestone({ status: 'completed', visibility: 'UZ', confirmedBy: ['UZ'] }),
  'cancelled, shared': () => milestone({ status: 'cancelled' }),
  'a date an official asks for': () => asked(changeDueDate, 'official', {}, otherDate),
  'the same, Uzbekistan’s own milestone': () =>
    asked(changeDueDate, 'official', { visibility: 'UZ' }, otherDate),
  'a date that Uzbekistan put to Korea': () => asked(changeDueDate, 'staff', {}, otherDate),
  'a cancellation that Uzbekistan asks for': () =>
    asked(cancelMilestone, 'staff', {}, { reason: 'Superseded' }),
  'report on its way': () => report(),
  'report that waits for another official’s post': () => report({ chain: ['otherOfficial'] }),
  'accepted report': () => report({ accepted: true }),
  'file of a report on its way': () => evidence(),
  'file of an accepted report': () => evidence({ accepted: true }),
  'an agreement, shared': () => record('agreements', 'shared', agreement),
  'an agreement, Uzbekistan’s own': () => record('agreements', 'UZ', agreement),
  'an agreement, Korea’s own': () => record('agreements', 'KR', agreement),
  'a meeting, shared': () => record('meetings', 'shared', meeting),
  'a meeting, Uzbekistan’s own': () => record('meetings', 'UZ', meeting),
  'a source, shared': () => record('sources', 'shared', source),
  'a source, Uzbekistan’s own': () => record('sources', 'UZ', source),
  'an initiative, shared': () => anInitiative('shared'),
  'an initiative, Uzbekistan’s own': () => anInitiative('UZ'),
  'an initiative, Korea’s own': () => anInitiative('KR'),
  'an archived initiative, shared': () => anInitiative('shared', { archived_at: new Date() }),
  'an archived initiative, Uzbekistan’s own': () => anInitiative('UZ', { archived_at: new Date() }),
  'archived, shared': () => archivedMilestone('shared'),
  'archived, Uzbekistan’s own': () => archivedMilestone('UZ'),
  'nothing, for both sides': async () => ({ names: { audience: 'shared' } }),
  'nothing, for the own side': async () => ({ names: { audience: 'own' } }),
  'the direction UZ-KR-SC': async () => ({ names: { direction: 'UZ-KR-SC' } }),
  'an organisation': async () => ({ names: { organisation: 'MINISTRY' } }),
}
