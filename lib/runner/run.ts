import { DatabaseError } from 'pg'
import { asViewer } from '#lib/access/wall.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import { sql, type Sql } from '#lib/core/database.ts'
import type { StoredFile } from '#lib/core/files.ts'
import { answeredBefore } from './answers.ts'
import { changedSince } from './changed-since.ts'
import type { AnyCommand } from './command.ts'
import { invalid } from './invalid.ts'
import { noteFiles, onDisk } from './kept-files.ts'
import { notFound, Refusal, refused, type Outcome } from './outcome.ts'

export type Ran = { made: unknown; next: string }

/** The one way to write, with the files that came along. One transaction behind the wall: a refusal rolls back as well as a
 *  bug. */
export async function run(
  command: AnyCommand,
  sender: Viewer,
  sent: unknown,
  files: readonly StoredFile[] = [],
): Promise<Outcome<Ran>> {
  const started = command.start(sent)
  if (!started.ok) return invalid(started.error)
  const viewer = started.narrowed(sender)
  try {
    return await asViewer(viewer, async (tx) => {
      noteFiles(tx, viewer, files).catch(() => {}) // thrown by whatever comes after
      const before = answeredBefore(tx, command.name, viewer, started.input)
      const finding = started.find(tx, viewer) // travels with it
      finding.catch(() => {}) // thrown below, unless this very post was answered before
      let answer: Ran | undefined
      let seal: Sql | undefined
      if (!(await before)) {
        const found = await finding
        if (!found) throw new Refusal(notFound)
        const by = found.allow(viewer)
        if (!by) throw new Refusal(refused('not-allowed', `${command.name}.not-allowed`))
        if (found.restsOn && found.restsOn.version !== started.input.version) {
          const changed = await changedSince(tx, found.restsOn.recordId, started.input.version)
          throw new Refusal(refused('conflict', 'problem.changed-meanwhile', { changed }))
        }
        const outcome = await found.run({ tx, viewer, by, at: new Date() })
        if (!outcome.ok) throw new Refusal(outcome)
        answer = outcome.value
        seal = sql`select act_as(${by.post}::uuid), seal(${command.name})`
      }
      answer ??= await started.answer(tx, viewer)
      if (!answer) throw new Refusal(notFound)
      await onDisk(files)
      // Travels with the commit, so that whoever writes for the same audience waits for PostgreSQL alone, and not for us.
      if (seal) tx.$atLast(seal)
      return { ok: true as const, value: answer }
    })
  } catch (error) {
    if (error instanceof Refusal) return error.outcome
    return refusedByTheDatabase(error)
  }
}

/** What wall, guard and keys refuse sounds alike, whether or not something is hidden. */
const refusals: Record<string, Outcome<never>> = {
  '42501': notFound,
  '23503': notFound,
  LG001: notFound,
  LG002: notFound,
  LG003: notFound,
  LG004: refused('invalid', 'problem.invalid', { fields: { waitsFor: 'problem.circle' } }),
  '23505': refused('conflict', 'problem.conflict'),
  '40001': refused('conflict', 'problem.conflict'),
  '40P01': refused('conflict', 'problem.conflict'),
}

function refusedByTheDatabase(error: unknown): Outcome<never> {
  const refusal = error instanceof DatabaseError && refusals[error.code ?? '']
  if (!refusal || error.constraint === 'changes_are_sealed') throw error
  return refusal
}
