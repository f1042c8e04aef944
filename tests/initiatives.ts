import type { Viewer } from '#lib/access/viewer.ts'
import { createInitiative } from '#lib/initiatives/create.ts'
import { run } from '#lib/runner/run.ts'
import { newId, rows } from './builders.ts'

/** A new initiative as its form sends it. */
export const typedInitiative = (more: object = {}) => ({
  id: newId(),
  partnership: 'UZ-KR',
  direction: 'SC',
  language: 'en',
  title: { en: 'Chip packaging', uz: 'Chip qadoqlash' },
  standing: 'agreed',
  ...more,
})

export async function createdInitiative(viewer: Viewer, more: object = {}) {
  const outcome = await run(createInitiative, viewer, typedInitiative(more))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value.made as { code: string; version: string }
}

export const versionOfInitiative = async (code: string) =>
  (await rows<{ version: string }>('select version from initiatives where code = $1', code))[0]?.version
