import type pg from 'pg'
import type { World } from './builders.ts'

/** Some tables are filled without their triggers: what is written here has been proved elsewhere, and takes seconds. */
const tables = [
  'organisations',
  'initiatives',
  'milestones',
  'confirmations',
  'due_date_changes',
  'progress_reports',
  'report_chains',
  'report_steps',
  'evidence',
]

/** `size` milestones with what hangs on milestones: 8 in 10 shared, 1 of each side's own; of every status; half of them due
 *  by now, one in nineteen without a date; a report or two for each; the ledger's word on each. */
export async function fillWith(tx: pg.Client, world: World, size: number): Promise<void> {
  for (const table of tables) await tx.query(`alter table ${table} disable trigger user`)
  const { audience, country, partnership, direction } = world
  await tx.query(
    `insert into organisations (id, code, country_id, kind, iati_type, name)
     select gen_random_uuid(), 'BODY-' || n, case when n % 2 = 0 then $1::uuid else $2::uuid end, 'ministry', '10',
       jsonb_build_object('en', jsonb_build_object('text', 'Body ' || n, 'standing', 'authentic'))
     from generate_series(1, 200) n`,
    [country.UZ, country.KR],
  )
  await tx.query(
    `insert into initiatives (id, audience_id, partnership_id, direction_id, code, title, description, standing)
     select gen_random_uuid(), $1, $2, $3, 'UZ-KR-MANY-' || n,
       jsonb_build_object('en', jsonb_build_object('text', 'Initiative ' || n, 'standing', 'authentic')),
       jsonb_build_object('en', jsonb_build_object('text', 'What it is about' || n || repeat(md5(n::text), 20),
         'standing', 'authentic')), 'in_progress'
     from generate_series(1, $4::int / 20) n`,
    [audience.shared, partnership, direction, size],
  )
  await tx.query(
    `with bodies as (select array_agg(id order by code) as ids from organisations where code like 'BODY-%'),
      initiatives as (select array_agg(id order by code) as ids from initiatives where code like 'UZ-KR-MANY-%'),
      many as (select n, case n * 7 % 100 when 0 then 'claimed' when 1 then 'disputed' else (array['planned', 'in_progress',
          'in_progress', 'blocked', 'completed'])[1 + n * 7 % 100 % 5] end as status,
        case when n % 19 <> 7 then date '2024-01-01' + (n * 13) % 1800 end as due_on from generate_series(1, $1::int) n)
     insert into milestones (id, audience_id, partnership_id, direction_id, initiative_id, code, title, country_id,
       organisation_id, baseline_on, baseline_precision, due_on, due_precision, status, percent, block_cause, block_words,
       started_on, accepted_on)
     select gen_random_uuid(), case n % 10 when 0 then $2::uuid when 1 then $3::uuid else $4::uuid end, $5, $6,
       initiatives.ids[1 + n % cardinality(initiatives.ids)], 'UZ-KR-MANY-M-' || n,
       jsonb_build_object('en', jsonb_build_object('text', 'Milestone ' || n || repeat(' long title', 5), 'standing',
         'authentic')),
       case n % 3 when 0 then $7::uuid when 1 then $8::uuid end, bodies.ids[1 + n % cardinality(bodies.ids)],
       due_on, precision, due_on, precision, status,
       case when status in ('claimed', 'completed', 'disputed') or status = 'in_progress' and n % 50 = 3 then 100
         when status <> 'planned' then n % 100 end,
       case status when 'blocked' then 'permit' end, case status when 'blocked' then 'No permit' end,
       case when status <> 'planned' then date '2024-01-01' + n % 300 end,
       case when status <> 'planned' then date '2024-06-01' + n % 700 end
     from many cross join lateral (select case when due_on is not null then 'day' end as precision) p, bodies, initiatives`,
    [size, audience.UZ, audience.KR, audience.shared, partnership, direction, country.UZ, country.KR],
  )
  await tx.query(
    `insert into confirmations (id, audience_id, partnership_id, milestone_id, country_id, verdict, reason, at)
     select gen_random_uuid(), m.audience_id, m.partnership_id, m.id, side.id,
       case when m.status = 'disputed' and side.n = 2 then 'disputed' else 'confirmed' end, 'so', now()
     from milestones m cross join (values ($1::uuid, 1), ($2::uuid, 2)) side (id, n)
     where m.code like 'UZ-KR-MANY-%' and (m.status in ('completed', 'disputed') or m.status = 'claimed' and side.n = 1)`,
    [country.UZ, country.KR],
  )
  await tx.query(
    `insert into due_date_changes (id, audience_id, partnership_id, milestone_id, kind, from_on, from_precision, to_on,
       to_precision, days, state, cause, position)
     select gen_random_uuid(), audience_id, partnership_id, id, 'moved', due_on - 30, 'day', due_on, 'day', 30, 'agreed',
       'financing', 1
     from milestones where code like 'UZ-KR-MANY-%' and hashtext(code) % 3 = 0 and due_on is not null`,
  )
  await tx.query(
    `insert into progress_reports (id, audience_id, partnership_id, milestone_id, post_id, percent, narrative, language,
       state, submitted_at, decided_at)
     select gen_random_uuid(), case when is_open then $1::uuid else m.audience_id end, m.partnership_id, m.id, $2, 40,
       'Foundations are poured', 'en', case when is_open then 'submitted' else 'accepted' end,
       now() - interval '1 day' * (hashtext(m.code) % 300 + 300), case when not is_open then now() end
     from milestones m cross join lateral (values (false), (hashtext(m.code) % 200 = 0)) r (is_open)
     where m.code like 'UZ-KR-MANY-%'`,
    [audience.UZ, world.post.official],
  )
  await tx.query(
    `insert into report_chains (id, audience_id, report_id, position)
     select gen_random_uuid(), $1, id, 1 from progress_reports`,
    [audience.UZ],
  )
  await tx.query(
    `insert into report_steps (id, audience_id, report_id, position, act, post_id, person_id, at)
     select gen_random_uuid(), $1, id, 0, 'sent', $2, $3, submitted_at from progress_reports`,
    [audience.UZ, world.post.official, world.person.official],
  )
  await tx.query(
    `insert into evidence (id, audience_id, partnership_id, report_id, kind, name, url)
     select gen_random_uuid(), audience_id, partnership_id, id, 'link', 'example.org', 'https://example.org'
     from progress_reports`,
  )
  await tx.query(
    `with changed as (select gen_random_uuid() as command, m.* from milestones m, generate_series(1, 3) n
        where code like 'UZ-KR-MANY-%'),
      told as (insert into events (audience_id, seq, command, name, post_id, at, hash)
        select audience_id, 1000000 + row_number() over (), command, 'milestones.start', $1, now(), '' from changed)
     insert into changes (command, audience_id, n, kind, record_table, record_id, before, after)
     select command, audience_id, 1, 'changed', 'milestones', id, '{"status": "planned"}', '{"status": "in_progress"}'
     from changed`,
    [world.post.official],
  )
  await tx.query('call count_anew()')
  for (const table of tables) await tx.query(`alter table ${table} enable trigger user`)
  await tx.query('vacuum analyze')
}
