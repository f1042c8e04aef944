-- The overview counted all initiatives of a partnership and all milestones whose date moved. Both are kept counted now, as
-- milestones are, and whatever is kept counted is named in one place.

-- How many initiatives an audience has in a direction.
CREATE TABLE "initiative_tallies" (
    "audience_id" UUID NOT NULL,
    "direction_id" UUID NOT NULL,
    "size" INTEGER NOT NULL,

    CONSTRAINT "initiative_tallies_pkey" PRIMARY KEY ("direction_id","audience_id")
);
call protect('initiative_tallies', 'select');

create view initiatives_counted with (security_invoker = true) as
select audience_id, direction_id, count(*)::int as size from initiatives where archived_at is null group by 1, 2;

-- How many milestones were moved by so many days.
CREATE TABLE "slip_tallies" (
    "audience_id" UUID NOT NULL,
    "direction_id" UUID NOT NULL,
    "days" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,

    CONSTRAINT "slip_tallies_pkey" PRIMARY KEY ("direction_id","days","audience_id")
);
call protect('slip_tallies', 'select');

create view slips_by_days with (security_invoker = true) as
select audience_id, direction_id, days, count(*)::int as size from slips group by 1, 2, 3;

grant select on initiatives_counted, slips_by_days to langar_app;

-- Tables of what is kept counted, each with the view that says what counting gives and the column that says of what. In a
-- tally a row may come to nothing.
create function kept_counted() returns table (name text, counted text, record text, is_tally boolean)
  language sql immutable as $$ values
  ('milestone_tallies', 'milestones_counted', 'direction_id', true),
  ('waiting_keys', 'keys_that_wait', 'milestone_id', false),
  ('slips', 'slips_counted', 'milestone_id', false),
  ('slip_tallies', 'slips_by_days', 'direction_id', true),
  ('initiative_tallies', 'initiatives_counted', 'direction_id', true) $$;
grant execute on function kept_counted to langar_app;

create function private.columns_of(relation text) returns text language sql stable as $$
  select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
  where attrelid = relation::regclass and attnum > 0 $$;

-- For who writes records past seal(): the bench's data, tests. Rows that are read together lie together.
create procedure count_anew() language plpgsql as $$ declare kept record; begin
  for kept in select * from kept_counted() loop
    execute format('delete from %I', kept.name);
    execute format('insert into %I (%s) select * from %I order by 1, 2, 3', kept.name, private.columns_of(kept.counted),
      kept.counted);
  end loop;
end $$;
call count_anew();

-- As it was, of initiatives.
create function move_initiative_tallies(sealed uuid, audience uuid) returns void language plpgsql as $$ begin
  insert into initiative_tallies as tally (audience_id, direction_id, size)
  select audience, (state.initiative::jsonb ->> 'direction_id')::uuid, sum(state.step)
  from changes c
  cross join lateral (values (c.before, -1), (c.after, 1)) state (initiative, step)
  where c.command = sealed and c.audience_id = audience and c.record_table = 'initiatives'
    and state.initiative is not null and state.initiative::jsonb ->> 'archived_at' is null
  group by 2 having sum(state.step) <> 0
  on conflict (direction_id, audience_id) do update set size = tally.size + excluded.size;
end $$;

-- As it was, and where a slip is another than before, the tallies move. Those of an audience may be moved by who does not
-- hold its head: so always in one order.
create or replace function keep_what_follows(sealed uuid) returns void language plpgsql
  set plan_cache_mode = force_generic_plan as $$
declare
  touched uuid[] := array(
    select distinct case c.record_table when 'milestones' then c.record_id
      else (coalesce(c.after, c.before)::jsonb ->> 'milestone_id')::uuid end
    from changes c
    where c.command = sealed and c.record_table in ('milestones', 'confirmations', 'due_date_changes'));
  was slips[];
begin
  if touched = '{}' then return; end if;
  delete from waiting_keys w where w.milestone_id = any (touched);
  insert into waiting_keys select * from keys_that_wait w where w.milestone_id = any (touched);
  was := array(select s from slips s where s.milestone_id = any (touched));
  delete from slips s where s.milestone_id = any (touched);
  insert into slips select * from slips_counted s where s.milestone_id = any (touched);
  insert into slip_tallies as tally (audience_id, direction_id, days, size)
  select audience_id, direction_id, days, sum(step) from (
    select s.audience_id, s.direction_id, s.days, -1 as step from unnest(was) s
    union all
    select s.audience_id, s.direction_id, s.days, 1 from slips s where s.milestone_id = any (touched)) moved
  group by 1, 2, 3 having sum(step) <> 0 order by 2, 3, 1
  on conflict (direction_id, days, audience_id) do update set size = tally.size + excluded.size;
end $$;

-- As it was, and it moves tallies of initiatives.
create or replace function seal(command_name text) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  sealed uuid := current_setting('langar.command')::uuid;
  audience record;
  head heads;
  event events;
begin
  for audience in
    select a.id, a.kind, bool_or(c.record_table = 'milestones') as has_milestones,
      bool_or(c.record_table = 'initiatives') as has_initiatives
    from changes c join audiences a on a.id = c.audience_id
    where c.command = sealed group by a.id order by a.id
  loop
    select * into head from heads where audience_id = audience.id for no key update;
    event := row(audience.id, head.seq + 1, sealed, command_name,
      current_setting('langar.post')::uuid,
      case when audience.kind = 'registry' then viewer_person() end, clock_timestamp(), null);
    event.hash := sha256(head.hash || sha256(content_of(event)));
    insert into events values (event.*);
    update heads set seq = event.seq, hash = event.hash where audience_id = audience.id;
    if audience.has_milestones then
      perform move_tallies(sealed, audience.id);
    end if;
    if audience.has_initiatives then
      perform move_initiative_tallies(sealed, audience.id);
    end if;
  end loop;
  perform keep_what_follows(sealed);
  perform set_config('langar.command', '', true); -- whoever writes after seal() fails
end $$;

-- As it was, with whatever is kept counted compared in one way.
create or replace function verify_ledger()
  returns table (audience_id uuid, seq bigint, problem text, record_table text, record_id uuid)
  language plpgsql stable set timezone = 'UTC' as $$
#variable_conflict use_column
declare
  t record;
  kept record;
begin
  return query select e.audience_id, e.seq, case when p.seq is null and e.seq > 1
      then 'the event before it is gone' else 'event or its changes edited' end, null, null::uuid
    from events e left join events p on (p.audience_id, p.seq) = (e.audience_id, e.seq - 1)
    where e.hash <> sha256(coalesce(p.hash, '') || sha256(content_of(e)))
    order by 1, 2;
  return query select a.id, e.seq, 'head is not its last event', null, null::uuid
    from audiences a left join heads h on h.audience_id = a.id left join lateral (
      select e.seq, e.hash from events e
      where e.audience_id = a.id order by e.seq desc limit 1) e on true
    where (h.seq, h.hash) is distinct from (coalesce(e.seq, 0), coalesce(e.hash, ''));
  for t in
    select c.oid::regclass as name, exists (select from pg_trigger g where g.tgrelid = c.oid
      and g.tgfoid = 'remember'::regproc and g.tgenabled = 'O') as is_watched
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'audience_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname not in ('heads', 'events', 'changes') and c.relname not in (select k.name from kept_counted() k)
    order by 1
  loop
    if not t.is_watched then
      return query select null::uuid, null::bigint, 'table without its ledger', t.name::text, null::uuid;
    end if;
    return query execute format($q$
      with last as (
        select distinct on (c.audience_id, c.record_id) c.*, e.seq
        from changes c join events e using (command, audience_id) where c.record_table = %1$L
        order by c.audience_id, c.record_id, e.seq desc, c.n desc),
      said as (select * from last where kind not in ('left', 'deleted')),
      live as (select audience_id, id, to_jsonb(r) as row from %1$s r)
      select coalesce(s.audience_id, l.audience_id), s.seq,
        case when l.id is null then 'row is gone' when s.record_id is null then 'row without event'
          else 'row edited' end, %1$L, coalesce(l.id, s.record_id)
      from said s full join live l on l.id = s.record_id and l.audience_id = s.audience_id
      where l.id is null or s.record_id is null or jsonb_strip_nulls(l.row) is distinct from
        (select jsonb_strip_nulls(jsonb_object_agg(key, value))
         from jsonb_each(json_of(s.after)) where l.row ? key) $q$, t.name);
  end loop;
  for kept in select * from kept_counted() loop
    return query execute format($q$
      select distinct audience_id, null::bigint, %1$L, %2$L, %3$I
      from (select %4$s, 1 as kept from %2$I %6$s union all select %4$s, -1 from %5$I) both_ways
      group by %4$s having sum(kept) <> 0 $q$,
      case when kept.is_tally then 'tally is not what counting gives' else 'not what counting gives' end,
      kept.name, kept.record, private.columns_of(kept.counted), kept.counted,
      case when kept.is_tally then 'where size <> 0' else '' end);
  end loop;
end $$;
