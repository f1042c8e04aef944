/** What bare PostgreSQL needs to answer what Langar answers: the same rows with the same columns, as JSON, in one statement
 *  each. Named values are of the request and of whoever asks. */

/** In English, as the readers of the bench have it. */
const text = (texts: string) => `${texts} -> 'en' || '{"language": "en", "official": true, "stale": false}'`
const dated = (on: string, precision: string) =>
  `case when ${on} is not null then json_build_object('on', ${on}, 'precision', ${precision}) end`
const list = (rows: string) => `coalesce((select json_agg(row_to_json(r)) from (${rows}) r), '[]')`

const partnership = `day as materialized (
    select c.id, c.code, s.position, (now() at time zone c.time_zone)::date as today
    from sides s join countries c on c.id = s.country_id where s.partnership_id = :partnership),
  p as materialized (
    select p.id, p.code, p.title, d.* from partnerships p cross join (
      select array_agg(code order by position) as sides, min(today) as earliest, max(today) as latest from day) d
    where p.id = :partnership)`

/** The milestones of `found m`, with what lateness is computed of. */
const withNames = `
  cross join p join audiences a on a.id = m.audience_id
  left join countries own on own.id = a.country_id
  left join day side on side.id = m.country_id
  left join organisations o on o.id = m.organisation_id
  left join countries home on home.id = o.country_id
  cross join lateral (select coalesce(side.today, p.earliest) as today,
    exists (select from milestone_dependencies d join milestones w on w.id = d.waits_for_id where d.milestone_id = m.id
      and w.archived_at is null and w.status not in ('completed', 'cancelled') and w.due_on < p.earliest) as waits) t
  cross join lateral (select coalesce(json_agg(json_build_object('side', c.code, 'says', k.verdict) order by c.code), '[]') as standing
    from confirmations k join countries c on c.id = k.country_id
    where k.milestone_id = m.id and k.replaced_at is null and k.verdict <> 'withdrawn') k
  cross join lateral (select coalesce(sum(d.days), 0)::int as slip from due_date_changes d
    where d.milestone_id = m.id and d.state = 'agreed' and d.kind = 'moved') d`

const lateness = `case when m.status in ('completed', 'cancelled') then 'settled' when m.due_on is null then 'undated'
  when m.due_on < t.today then case when m.accepted_on > m.due_on or m.fact_on > m.due_on then 'overdue' else 'no_evidence' end
  when m.status = 'blocked' or t.waits or m.due_on > m.started_on
    and 100 * (t.today - m.started_on) > (m.percent + 25) * (m.due_on - m.started_on) then 'at_risk'
  when m.due_on - t.today <= 30 then 'due_soon'
  when m.status = 'in_progress' and coalesce(t.today - coalesce(m.accepted_on, m.started_on) >= 90, true) then 'stale'
  else 'on_track' end`

const sides = `case when a.kind = 'side' then array[own.code] else p.sides end`
const body = `case when o.id is not null then json_build_object('code', o.code, 'name', ${text('o.name')}, 'side', home.code) end`
const shared = `m.code, ${text('m.title')} as title, m.status, m.percent, k.standing, ${sides} as sides, ${lateness} as lateness,
  ${dated('m.due_on', 'm.due_precision')} as due, d.slip`

const card = `m.id, ${shared}, side.code as side, m.organisation_id as "organisationId", m.status_before as "formerStatus",
  ${sides} as needed, m.version, m.block_cause as "blockCause", ${body} as organisation,
  ${dated('m.baseline_on', 'm.baseline_precision')} as baseline,
  ${dated('m.completed_on', 'm.completed_precision')} as completed,
  coalesce((select s.person_id = :person from (select r.id from progress_reports r where r.milestone_id = m.id
      and r.state = 'accepted' order by r.decided_at desc limit 1) r
    join report_steps s on s.report_id = r.id and s.position = 0), false) as "ownReport"`

const columns = `array['planned', 'in_progress', 'blocked', 'claimed', 'disputed', 'completed']`
const visible = `m.partnership_id = :partnership::uuid and m.archived_at is null and m.audience_id = any(:audiences)`
const late = `m.status not in ('completed', 'cancelled') and m.due_on < (select latest from p)`

/** What stands around the cards. */
const head = `'title', ${text('p.title')}, 'sides', p.sides, 'directions', ${list(`select code, ${text('title')} as title,
    is_anchor as "isAnchor" from directions where partnership_id = p.id order by position`)},
  'bodies', ${list(`select o.code, ${text('o.name')} as name, c.code as side from organisations o
    join countries c on c.id = o.country_id where exists (select from milestones m where m.partnership_id = p.id
      and m.organisation_id = o.id and m.archived_at is null and m.audience_id = any(:audiences)) order by c.code, o.code`)}`

const board = `with ${partnership}
  select json_build_object(${head}, 'sizes', ${list(`select t.status, sum(t.size) as size from milestone_tallies t
      join directions d on d.id = t.direction_id where d.partnership_id = p.id and t.audience_id = any(:audiences) group by 1`)},
    'late', ${list(`select m.status, m.accepted_on > m.due_on or m.fact_on > m.due_on as overdue, count(*) as size
      from milestones m where ${visible} and ${late} group by 1, 2`)},
    'cards', ${list(`select ${card} from unnest(${columns}) with ordinality c (status, n) cross join lateral (
        select * from milestones m where ${visible} and m.status = c.status
        order by m.due_on nulls last, m.code limit 50) m ${withNames}
      order by c.n, m.due_on nulls last, m.code`)})::text as answer from p`

/** Of one direction, the overdue. */
const filtered = `with ${partnership}, hit as materialized (
    select m.*, row_number() over (partition by m.status order by m.due_on, m.code) as place from milestones m
    where ${visible} and ${late} and m.direction_id = (select id from directions d where d.partnership_id = :partnership
      and d.code = :direction) and (m.accepted_on > m.due_on or m.fact_on > m.due_on))
  select json_build_object(${head}, 'sizes', ${list(`select status, count(*) as size from hit group by 1`)},
    'cards', ${list(`select ${card} from hit m ${withNames} where m.place <= 50
      order by m.due_on, m.code`)})::text as answer from p`

/** Of one body, whose official asks. */
const myWork = `with ${partnership}
  select json_build_object('owed', ${list(`select ${shared}, p.code as partnership, ${sides} as needed,
      m.block_cause as "blockCause", t.today,
      (select json_build_object('state', r.state, 'percent', r.percent, 'at', coalesce(r.decided_at, r.submitted_at), 'reason',
          (select s.reason from report_steps s where s.report_id = r.id and s.act = 'returned'))
        from progress_reports r where r.milestone_id = m.id and r.audience_id = any(:audiences)
        order by r.submitted_at desc limit 1) as "lastReport"
    from milestones m ${withNames}
    where ${visible} and m.organisation_id = :body::uuid and m.status not in ('completed', 'cancelled')
    order by m.due_on nulls last, m.code limit 200`)})::text as answer from p`

const post = (
  id: string,
) => `(select json_build_object('title', ${text('po.title')}, 'organisation', ${text('po_o.name')},
  'side', po_c.code, 'timeZone', po_c.time_zone) from posts po join organisations po_o on po_o.id = po.organisation_id
  join countries po_c on po_c.id = po.country_id where po.id = ${id})`

/** Reports that wait for any staff of the side, and milestones that wait for its key. */
const review = `with ${partnership}
  select json_build_object('reports', ${list(`select r.id, r.percent, r.blocker is not null as blocker, ${post('r.post_id')} as post,
      r.submitted_at as "submittedAt", way.since, json_build_object(${milestoneOf()}) as milestone
    from progress_reports r join milestones m on m.id = r.milestone_id ${withNames}
    cross join lateral (select count(*) as size, max(s.at) as since from report_steps s where s.report_id = r.id) way
    join report_chains c on c.report_id = r.id and c.position = way.size and c.audience_id = any(:audiences)
    where r.partnership_id = :partnership and r.state = 'submitted' and r.audience_id = any(:audiences)
    order by r.submitted_at, r.id limit 100`)},
  'keys', ${list(`select ${shared}, t.today, key.at as since from milestones m ${withNames}
    cross join lateral (select max(k.at) as at, coalesce(bool_or(k.country_id = :country::uuid), false) as own,
        coalesce(bool_or(k.country_id = :country::uuid and k.verdict = 'disputed'), false) as own_dispute
      from confirmations k where k.milestone_id = m.id and k.replaced_at is null and k.verdict <> 'withdrawn') key
    where ${visible} and (m.status in ('claimed', 'disputed') or m.status = 'in_progress' and m.percent = 100)
      and (m.status = 'claimed' and not key.own or m.status = 'disputed' and key.own_dispute
        or m.status = 'in_progress' and m.percent = 100 and coalesce(m.country_id = :country::uuid, true))
    order by key.at nulls last, m.accepted_on, m.code limit 100`)})::text as answer from p`

function milestoneOf(): string {
  return `'code', m.code, 'title', ${text('m.title')}, 'sides', p.sides, 'status', m.status, 'standing', k.standing,
    'due', ${dated('m.due_on', 'm.due_precision')}, 'percent', m.percent`
}

/** By its code. */
const initiative = `with ${partnership}
  select json_build_object('id', i.id, 'code', i.code, 'title', ${text('i.title')}, 'description', ${text('i.description')},
    'standing', i.standing, 'starts', ${dated('i.starts_on', 'i.starts_precision')}, 'direction',
    json_build_object('code', d.code, 'title', ${text('d.title')}), 'milestones', ${list(`select ${shared}, m.weight,
        m.weight_inferred as "weightInferred", ${dated('m.baseline_on', 'm.baseline_precision')} as first,
        ${dated('m.completed_on', 'm.completed_precision')} as completed, ${body} as organisation, a.kind = 'side' as own
      from milestones m ${withNames} where m.initiative_id = i.id and m.archived_at is null and m.audience_id = any(:audiences)
      order by m.code`)},
    'history', ${list(`select e.name as command, c.kind, e.at, ${post('e.post_id')} as post, case when m.id is not null
        then json_build_object('code', m.code, 'title', ${text('m.title')}) end as milestone, coalesce((
        select json_agg(json_build_object('field', b.key, 'before', b.value, 'after', n.value) order by b.key)
        from json_each_text(c.before::json) b join json_each_text(c.after::json) n using (key)
        where b.value is distinct from n.value and b.key not in ('version', 'audience_id')), '[]') as changed
      from (select i.id union all select m.id from milestones m where m.initiative_id = i.id) of_it
      join changes c on c.record_id = of_it.id and c.audience_id = any(:audiences)
      join events e on e.command = c.command and e.audience_id = c.audience_id left join milestones m on m.id = of_it.id
      where e.name <> 'import' or m.id is null order by e.at desc, c.n desc limit 100`)})::text as answer
  from p join initiatives i on i.partnership_id = p.id join directions d on d.id = i.direction_id
  where i.code = :code and i.audience_id = any(:audiences)`

/** What the frame of the page is counted of; in two partnerships of one size as dear as the milestones are many. */
const overview = `with ${partnership}, m as materialized (
    select m.*, a.kind = 'side' as own, case when m.due_on < p.latest and m.status <> 'completed' then
      case when m.accepted_on > m.due_on or m.fact_on > m.due_on then 'overdue' else 'no_evidence' end end as late
    from milestones m cross join p join audiences a on a.id = m.audience_id where ${visible} and m.status <> 'cancelled')
  select json_build_object('title', ${text('p.title')}, 'sides', p.sides, 'groups', ${list(`select direction_id, status, late, percent,
      own, count(*) as size, sum(weight) as weight, min(due_on) filter (where late is null and status <> 'completed') as next
      from m group by 1, 2, 3, 4, 5`)},
    'quarters', ${list(`select direction_id, to_char(coalesce(due_on, completed_on), 'YYYY"-Q"Q') as quarter, count(*) as all,
      count(late) as late from m where not own group by 1, 2`)},
    'furthest', ${list(`select m.code, ${text('m.title')} as title, sum(d.days) as days from m
      join due_date_changes d on d.milestone_id = m.id and d.kind = 'moved' and d.state = 'agreed' where not m.own
      group by m.code, m.title order by days desc, m.code limit 20`)},
    'lately', ${list(`select e.name as command, e.at, ${post('e.post_id')} as post from audiences a cross join lateral (
      select * from events e where e.audience_id = a.id and e.name <> 'import' order by e.seq desc limit 10) e
      where a.partnership_id = p.id and a.id = any(:audiences) order by e.at desc limit 10`)})::text as answer from p`

/** Of a word, as it is kept for search. */
const search = `select json_build_object('results', ${list(`select s.record_table as kind, s.record_id as id, s.code,
    coalesce(${text('m.title')}, ${text('i.title')}) as title, coalesce(mp.code, ip.code) as partnership,
    coalesce(${text('mi.title')}, ${text('d.title')}) as within
  from (select * from private.searchables s where s.lines like :words and s.audience_id = any(:audiences)
    order by s.record_table, s.code collate "C" limit 51) s
  left join milestones m on m.id = s.record_id left join initiatives mi on mi.id = m.initiative_id
  left join partnerships mp on mp.id = m.partnership_id
  left join initiatives i on i.id = s.record_id left join directions d on d.id = i.direction_id
  left join partnerships ip on ip.id = i.partnership_id`)})::text as answer`

/** That this very request was answered: Langar keeps it, so that the same one again changes nothing. */
const answered = `answered as (insert into floor.answers (person_id, command, id, body_hash)
      values (:person::uuid, 'floor', :id::uuid, sha256(:id::text::bytea)))`

/** Rows that Langar writes beside its ledger and its tallies; into tables of the floor's own. */
const log = `with ${answered}, milestone as (select * from floor.milestones where code = :code),
    sent as (insert into floor.progress_reports (id, audience_id, partnership_id, milestone_id, post_id, percent, narrative, language,
        state, submitted_at)
      select :id::uuid, audience_id, partnership_id, id, :post::uuid, :percent::int, :narrative, :language, 'submitted', now()
      from milestone),
    chained as (insert into floor.report_chains (id, audience_id, report_id, position)
      select gen_random_uuid(), audience_id, :id::uuid, 1 from milestone),
    stepped as (insert into floor.report_steps (id, audience_id, report_id, position, act, post_id, person_id, at)
      select gen_random_uuid(), audience_id, :id::uuid, 0, 'sent', :post::uuid, :person::uuid, now() from milestone),
    kept as (insert into floor.files (person_id, sha256, size, media_type, at)
      values (:person::uuid, decode(:sha, 'hex'), :size::int, 'text/plain', now()))
  insert into floor.evidence (id, audience_id, partnership_id, report_id, kind, name, sha256, size, media_type)
  select gen_random_uuid(), audience_id, partnership_id, :id::uuid, 'file', 'photo.txt', decode(:sha, 'hex'), :size::int,
    'text/plain' from milestone returning json_build_object('id', report_id)::text as answer`

const accept = `with ${answered}, stepped as (insert into floor.report_steps (id, audience_id, report_id, position, act, post_id, person_id, at)
      select gen_random_uuid(), audience_id, id, 1, 'accepted', :post::uuid, :person::uuid, now() from floor.progress_reports
      where id = :report::uuid),
    released as (update floor.evidence set audience_id = audience_id where report_id = :report::uuid),
    report as (update floor.progress_reports set state = 'accepted', decided_at = now() where id = :report::uuid
      returning milestone_id, percent)
  update floor.milestones m set percent = report.percent, accepted_on = current_date, version = gen_random_uuid()
  from report where m.id = report.milestone_id returning json_build_object('code', m.code)::text as answer`

const confirm = `with ${answered}, milestone as (update floor.milestones set status = 'claimed', version = gen_random_uuid() where code = :code
      returning *),
    key as (insert into floor.confirmations (id, audience_id, partnership_id, milestone_id, country_id, verdict, post_id, at)
      select :id::uuid, audience_id, partnership_id, id, country_id, 'confirmed', :post::uuid, now() from milestone),
    signed as (insert into floor.signatures (id, audience_id, confirmation_id, person_id)
      select gen_random_uuid(), audience_id, :id::uuid, :person::uuid from milestone)
  select json_build_object('code', code)::text as answer from milestone`

export const statements = {
  board,
  filtered,
  overview,
  initiative,
  'my-work': myWork,
  review,
  search,
  log,
  accept,
  confirm,
}
export type Statement = keyof typeof statements

/** Tables for what the floor writes, with milestones and reports that wait for it, made anew for each run; and the index by which
 *  its LIKE finds, of which Langar has no need. */
export const ownTables = `
  create index if not exists of_floor on private.searchables using gin (lines trigrams.gin_trgm_ops);
  drop schema if exists floor cascade;
  create schema floor;
  ${[
    'milestones',
    'progress_reports',
    'report_chains',
    'report_steps',
    'files',
    'evidence',
    'confirmations',
    'signatures',
    'answers',
  ]
    .map((table) => `create table floor.${table} (like ${table} including all);`)
    .join('\n')}
  insert into floor.milestones
  select of_floor.* from milestones m cross join generate_series(1, 20) n cross join lateral jsonb_populate_record(m,
    jsonb_build_object('id', gen_random_uuid(), 'code', m.code || '-' || n)) of_floor
  where m.organisation_id = (select id from organisations where code = 'UZ-BODY-23');
  with sent as (insert into floor.progress_reports (id, audience_id, partnership_id, milestone_id, post_id, percent, narrative,
      language, state, submitted_at)
    select gen_random_uuid(), audience_id, partnership_id, id, (select id from posts limit 1), 100, 'It stands', 'en', 'submitted',
      now()
    from floor.milestones cross join generate_series(1, 2) returning id, audience_id, partnership_id)
  insert into floor.evidence (id, audience_id, partnership_id, report_id, kind, name, sha256, size, media_type)
  select gen_random_uuid(), audience_id, partnership_id, id, 'file', 'photo.txt', sha256(id::text::bytea), 1, 'text/plain' from sent;
  analyze floor.milestones, floor.progress_reports, floor.evidence`
