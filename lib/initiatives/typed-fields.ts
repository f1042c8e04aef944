import { fieldTexts } from '#lib/core/typed-texts.ts'
import type { PlannedPartnership } from '#lib/partnerships/planned.ts'
import type { Texts } from '#lib/rules/texts.ts'
import type { TypedInitiative } from './typed.ts'

/** What an initiative's row gets. Dates are plain, texts JSON. */
export type InitiativeFields = {
  title: string
  description: string | null
  stages: string[]
  regions: string[]
  location: string | null
  startsOn: string | null
  startsPrecision: string | null
  endsOn: string | null
  endsPrecision: string | null
  standing: string
  standingOn: string | null
  standingPrecision: string | null
}

type Former = { title: Texts; description: Texts | null }

/** Of what was typed; or what is wrong with it, by field. `former`: its texts until now. */
export function fieldsOf(
  typed: TypedInitiative,
  former: Former | null,
  { languages, sides }: PlannedPartnership,
): { fields: InitiativeFields } | { wrong: Record<string, string> } {
  const { language, starts, ends, standingOn } = typed
  const title = fieldTexts('title', former?.title ?? null, typed.title, {
    languages,
    language,
    rechecked: typed.titleRechecked,
  })
  if ('wrong' in title) return title
  const description =
    typed.description &&
    fieldTexts('description', former?.description ?? null, typed.description, {
      languages,
      language,
      rechecked: typed.descriptionRechecked,
    })
  if (description && 'wrong' in description) return description
  if (starts && ends && ends.on < starts.on) return { wrong: { ends: 'initiatives.form.ends-before' } }
  if (!typed.regions.every((region) => isRegionOf(region, sides)))
    return { wrong: { regions: 'initiatives.form.no-such-region' } }
  return {
    fields: {
      title: title.texts,
      description: description ? description.texts : null,
      stages: typed.stages,
      regions: [...new Set(typed.regions)].toSorted(),
      location: typed.location ?? null,
      startsOn: starts?.on ?? null,
      startsPrecision: starts?.precision ?? null,
      endsOn: ends?.on ?? null,
      endsPrecision: ends?.precision ?? null,
      standing: typed.standing,
      standingOn: standingOn?.on ?? null,
      standingPrecision: standingOn?.precision ?? null,
    },
  }
}

/** ISO 3166-2 begins with the country. */
const isRegionOf = (region: string, sides: PlannedPartnership['sides']) =>
  /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(region) && sides.some(({ code }) => region.startsWith(`${code}-`))
