import { dated } from '#lib/core/dated.ts'
import { type Sql, sql } from '#lib/core/database.ts'
import type { Language } from '#lib/format/language.ts'
import { isOwn } from '#lib/partnerships/audience-of.ts'
import type { Due } from '#lib/rules/due-date.ts'
import type { Text } from '#lib/rules/texts.ts'
import { type CitedSource, citedSources } from '#lib/sources/cited.ts'

/** A value of an indicator. `value`: a decimal string, as published; `measured`: null where the date is not stated. */
export type Measurement = {
  role: 'baseline' | 'target' | 'actual'
  value: string
  measured: Due | null
  qualifier: string | null
  inferred: boolean
  note: string | null
  sources: CitedSource[]
}

export type ShownIndicator = {
  code: string
  title: Text
  /** In the source's own words. */
  unit: string
  inferred: boolean
  note: string | null
  own: boolean
  /** Baseline, targets, then what was measured, each by date. */
  measurements: Measurement[]
  sources: CitedSource[]
}

/** Indicators with their values, as a JSON column. `which`: a condition on the indicator `n`. */
export const indicatorsWhere = (which: Sql, language: Language): Sql => sql`coalesce((
  select json_agg(json_build_object('code', n.code, 'title', text_in(n.title, ${language}), 'unit', n.unit,
    'inferred', n.inferred, 'note', n.note, 'own', ${isOwn(sql`n.audience_id`)},
    'measurements', coalesce((select json_agg(json_build_object('role', x.role, 'value', x.value::text,
        'measured', ${dated(sql`x.measured_on`, sql`x.measured_precision`)}, 'qualifier', x.qualifier,
        'inferred', x.inferred, 'note', x.note, 'sources', ${citedSources(sql`ci.measurement_id = x.id`)})
        order by array_position(array['baseline', 'target', 'actual'], x.role), x.measured_on, x.position)
      from measurements x where x.indicator_id = n.id), '[]'),
    'sources', ${citedSources(sql`ci.indicator_id = n.id`)}) order by n.code)
  from indicators n where n.archived_at is null and ${which}), '[]')`
