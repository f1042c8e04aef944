-- The past of what data.sql has made, as the program would have written it; then everything that it had put aside.

---- the acts
-- One a command. Countries, bodies and people were imported, a record at a time.
create unlogged table bench.acts (command uuid, name text, post_id uuid, at timestamptz);
do $$ declare t text; begin
  foreach t in array array['countries', 'organisations', 'partnerships', 'sides', 'acceptance_steps', 'directions', 'posts', 'people',
    'appointments', 'grants', 'initiatives',
    'initiative_bodies'] loop
    execute format($q$
      with it as (select overlay(md5('import' || id) placing '8' from 13 for 1)::uuid as command, audience_id, id,
        row_to_json(r)::text as row from %1$I r),
      noted as (insert into changes select command, audience_id, 1, 'created', %1$L, id, null, row from it)
      insert into bench.acts select command, 'import', '00000000-0000-0000-0000-000000000000', '2024-06-14' from it $q$, t);
  end loop;
end $$;
insert into bench.acts select bench.id('created', n), 'milestones.create', staff, started_on - 60 from bench.milestones;
insert into bench.acts select bench.id('moved', n), 'milestones.agree-due-date', foreign_staff, started_on - 30
  from bench.milestones where is_moved;
insert into bench.acts select bench.id('sending', n), 'progress-reports.submit', official, submitted_at from bench.reports;
insert into bench.acts select bench.id('deciding', n), case state when 'accepted' then 'progress-reports.accept'
    else 'progress-reports.return' end, staff, decided_at from bench.reports where state <> 'submitted';
insert into bench.acts select bench.id('stopped', n), case status when 'blocked' then 'milestones.block' else 'milestones.cancel' end,
  staff, last_at + interval '1 day' from bench.milestones where status in ('blocked', 'cancelled');
insert into bench.acts select bench.id('key', n), case verdict when 'disputed' then 'milestones.dispute' else 'milestones.confirm' end,
  staff, at from bench.keys;

---- what they changed of progress reports
-- Sent, a report is its side's; accepted, it leaves the side and appears to both.
create unlogged table bench.sent as
select b.n, b.own, b.state, b.is_own, b.into_audience, p.id, row_to_json(p)::text as row,
  row_to_json(jsonb_populate_record(p, jsonb_build_object('audience_id', b.own, 'state', 'submitted', 'decided_at', null)))::text as sent
from bench.reports b join progress_reports p on p.id = bench.id('report', b.n);
insert into changes select bench.id('sending', n), own, 1, 'created', 'progress_reports', id, null, sent from bench.sent;
insert into changes select bench.id('deciding', n), own, 2, 'left', 'progress_reports', id, sent, null
  from bench.sent where state = 'accepted' and not is_own;
insert into changes select bench.id('deciding', n), into_audience, 1, 'appeared', 'progress_reports', id, null, row
  from bench.sent where state = 'accepted' and not is_own;
insert into changes select bench.id('deciding', n), own, 2, 'changed', 'progress_reports', id, sent, row
  from bench.sent where state = 'returned' or state = 'accepted' and is_own;
insert into changes select bench.id('sending', b.n), b.own, 2, 'created', 'report_chains', c.id, null, row_to_json(c)::text
  from bench.reports b join report_chains c on c.id = bench.id('chain', b.n);
insert into changes select bench.id('sending', b.n), b.own, 3, 'created', 'report_steps', s.id, null, row_to_json(s)::text
  from bench.reports b join report_steps s on s.id = bench.id('sent', b.n);
insert into changes select bench.id('deciding', b.n), b.own, 1, 'created', 'report_steps', s.id, null, row_to_json(s)::text
  from bench.reports b join report_steps s on s.id = bench.id('decided', b.n);
insert into changes select bench.id('sending', b.n), b.own, 4, 'created', 'evidence', v.id, null,
    row_to_json(jsonb_populate_record(v, jsonb_build_object('audience_id', b.own)))::text
  from bench.reports b join evidence v on v.id = bench.id('evidence', b.n);
insert into changes select bench.id('deciding', b.n), b.own, 3, 'left', 'evidence', v.id,
    row_to_json(jsonb_populate_record(v, jsonb_build_object('audience_id', b.own)))::text, null
  from bench.reports b join evidence v on v.id = bench.id('evidence', b.n) where b.state = 'accepted' and not b.is_own;
insert into changes select bench.id('deciding', b.n), b.into_audience, 2, 'appeared', 'evidence', v.id, null, row_to_json(v)::text
  from bench.reports b join evidence v on v.id = bench.id('evidence', b.n) where b.state = 'accepted' and not b.is_own;

---- meanwhile what they changed of milestones
-- States: 0 created, 1 moved, 1 + r after the r-th accepted report, 10 stopped or with its first key, 11 with its second. The
-- last one is the row as it stands. Without an offset each would be made twice: as `after`, and for the `before` of the next.
insert into changes
select s.command, m.audience_id, s.n, case s.state when 0 then 'created' else 'changed' end, 'milestones', m.id, s.before, s.after
from bench.milestones b join milestones m on m.id = b.id
cross join lateral (
  select k.*, lag(k.after) over (order by k.state) as before
  from (
    select state, command, v.n, row_to_json(jsonb_populate_record(m, jsonb_build_object(
      'version', bench.id('milestone-version', b.n * 16 + state),
      'status', case when state < 2 then 'planned' when state < 10 then 'in_progress' when state = b.last_state then m.status
        else 'claimed' end,
      'due_on', case when state = 0 then m.baseline_on else m.due_on end,
      'started_on', case when state > 1 then m.started_on end,
      'percent', case when state between 2 and 9 then m.percent * (state - 1) / b.accepted when state > 9 then m.percent end,
      'accepted_on', case when state between 2 and 9 then b.started_on + (state - 1) * b.gap + 2
        when state > 9 then m.accepted_on end) || case when state = b.last_state then '{}' else jsonb_build_object(
      'status_before', null, 'block_cause', null, 'block_words', null, 'completed_on', null, 'completed_precision', null) end
      ))::text as after
    from (
      select 0 as state, bench.id('created', b.n) as command, 1 as n
      union all select 1, bench.id('moved', b.n), 2 where b.is_moved
      union all select 1 + r, bench.id('deciding', b.n * 8 + r), case when b.is_own then 3 when b.audience = b.partnership then 1
        else 2 + (bench.chance(b.n * 8 + r, 'evidence') < 0.4)::int end from generate_series(1, b.accepted) r
      union all select 10, bench.id('stopped', b.n), 1 where b.status in ('blocked', 'cancelled')
      union all select 10, bench.id('key', b.n * 2), 2 + b.is_own::int where b.status in ('claimed', 'completed', 'disputed')
      union all select 11, bench.id('key', b.n * 2 + 1), 2 where b.last_state = 11) v
    offset 0) k) s;
insert into changes
select bench.id('created', b.n), d.audience_id, 2, 'created', 'milestone_dependencies', d.id, null, row_to_json(d)::text
from bench.milestones b join milestone_dependencies d on d.id = bench.id('dependency', b.n);
insert into changes
select bench.id('moved', b.n), d.audience_id, 1, 'created', 'due_date_changes', d.id, null, row_to_json(d)::text
from bench.milestones b join due_date_changes d on d.id = bench.id('due-date-change', b.n) where b.is_moved;
insert into changes
select bench.id('key', k.n), c.audience_id, 1, 'created', 'confirmations', c.id, null, row_to_json(c)::text
from bench.keys k join confirmations c on c.id = bench.id('confirmation', k.n);
insert into changes
select bench.id('key', k.n), s.audience_id, 1 + k.is_own::int, 'created', 'signatures', s.id, null, row_to_json(s)::text
from bench.keys k join signatures s on s.id = bench.id('signature', k.n);

---- meanwhile what search finds
alter table private.searchables disable trigger words;
do $$ declare it record; begin
  for it in select tgrelid::regclass as t, tgrelid::regclass::text as name, string_to_array(encode(tgargs, 'escape'), '\000') as args
    from pg_trigger where tgfoid = 'keep_searchable'::regproc loop
    execute format('insert into private.searchables
      select id, %L, audience_id, code, lines_of(to_jsonb(r), variadic %L::text[]) from %s r', it.name,
      array['code'] || array_remove(it.args, ''), it.t);
  end loop;
end $$;
insert into private.words_of_records select w.* from private.searchables s cross join lateral words_of(s) w;
insert into private.codes_of_records select c.* from private.searchables s cross join lateral codes_of(s) c;
insert into private.words select distinct word from private.words_of_records;
alter table private.searchables enable trigger words;

---- indexes and keys as they were
create procedure bench.put_back(is_wanted text) language plpgsql as $$ declare it text; begin
  for it in execute 'select back from bench.aside where ' || is_wanted || ' order by n' loop
    execute it;
  end loop;
end $$;
call bench.put_back($$back not like '%FOREIGN KEY%' and back !~ '\mevents\M'$$);
analyze;

---- what is kept counted
call count_anew();

---- the chains
create function bench.link(chain bytea, content bytea) returns bytea language sql immutable
  return sha256(coalesce(chain, '') || content);
create aggregate bench.chained(bytea) (sfunc = bench.link, stype = bytea);

create unlogged table bench.events as
select c.audience_id, row_number() over (partition by c.audience_id order by a.at, a.command) as seq, a.*
from bench.acts a join changes c on c.command = a.command and c.n = 1;
alter function content_of parallel safe;
create unlogged table bench.contents as
select *, sha256(content_of((audience_id, seq, command, name, post_id, null::uuid, at, null::bytea)::events)) as content from bench.events;
alter function content_of parallel unsafe;
insert into events (audience_id, seq, command, name, post_id, person_id, at, hash)
select audience_id, seq, command, name, post_id, null, at, bench.chained(content) over (partition by audience_id order by seq)
from bench.contents;
call bench.put_back($$back not like '%FOREIGN KEY%' and back ~ '\mevents\M'$$);
update heads h set seq = e.seq, hash = e.hash
from (select distinct on (audience_id) * from events order by audience_id, seq desc) e where e.audience_id = h.audience_id;

---- foreign keys and triggers as they were
call bench.put_back($$back like '%FOREIGN KEY%'$$);
do $$ declare t regclass; begin
  for t in select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
    execute format('alter table %s enable trigger user', t);
  end loop;
end $$;
drop table bench.events, bench.contents, bench.sent, bench.keys, bench.reports, bench.milestones, bench.acts, bench.aside;
