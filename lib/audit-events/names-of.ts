import type { Tx } from '#lib/core/transaction.ts'
import type { Language } from '#lib/format/language.ts'
import type { Text } from '#lib/rules/texts.ts'

/** What a record is called. `code`: null where it has none. A person's name and a source's title have no language. */
export type NamedRecord = { code: string | null; title: Text | string; table: string }

export function uuidsIn(values: readonly (string | null)[]): string[] {
  const ids = values.filter(
    (value) => value !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  )
  return [...new Set(ids)].flatMap((id) => id ?? [])
}

/** By id, of the records that the viewer sees. */
export async function namesOf(
  tx: Tx,
  ids: readonly string[],
  language: Language,
): Promise<Record<string, NamedRecord>> {
  if (ids.length === 0) return {}
  const found = await tx.$queryRaw<(NamedRecord & { id: string })[]>`
    with wanted as materialized (select unnest(${[...ids]}::uuid[]) as id)
    select w.id::text, named.*
    from wanted w cross join lateral (
      select 'countries' as table, c.code, to_jsonb(text_in(c.name, ${language})) as title from countries c where c.id = w.id
      union all select 'organisations', o.code, text_in(o.name, ${language}) from organisations o where o.id = w.id
      union all select 'posts', null, text_in(po.title, ${language}) from posts po where po.id = w.id
      union all select 'people', null, to_jsonb(pe.name) from people pe where pe.id = w.id
      union all select 'partnerships', p.code, text_in(p.title, ${language}) from partnerships p where p.id = w.id
      union all select 'directions', p.code || '-' || d.code, text_in(d.title, ${language})
        from directions d join partnerships p on p.id = d.partnership_id where d.id = w.id
      union all select 'initiatives', i.code, text_in(i.title, ${language}) from initiatives i where i.id = w.id
      union all select 'milestones', m.code, text_in(m.title, ${language}) from milestones m where m.id = w.id
      union all select 'milestones', m.code, text_in(m.title, ${language})
        from progress_reports r join milestones m on m.id = r.milestone_id where r.id = w.id
      union all select 'agreements', a.code, text_in(a.title, ${language}) from agreements a where a.id = w.id
      union all select 'meetings', g.code, text_in(g.title, ${language}) from meetings g where g.id = w.id
      union all select 'sources', s.code, to_jsonb(s.title) from sources s where s.id = w.id
    ) named`
  return Object.fromEntries(found.map(({ id, ...named }) => [id, named]))
}
