-- A board's head read thousands of tallies for a dozen sums, and each open milestone of the present quarter to find which
-- are late by now. So late ones are kept counted as late, up to a day that each head names and that moves on as days begin:
-- who asks looks only at what fell due since. What progress is made of and what stands in a quarter are two tables now,
-- where one had each with each; and a third has who answers for them, by which boards are filtered and have rows.
drop table milestone_tallies;
drop view milestones_counted;

-- Milestones that were due before it are late in the tallies of the audience, if they are open. Before its first one any day is
-- right.
ALTER TABLE "heads" ADD COLUMN "counted_on" DATE NOT NULL DEFAULT CURRENT_DATE;

CREATE TABLE "milestone_tallies" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "audience_id" UUID NOT NULL,
    "direction_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "late" TEXT,
    "percent" INTEGER,
    "size" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL,
    "one_key" INTEGER NOT NULL,

    CONSTRAINT "milestone_tallies_pkey" PRIMARY KEY ("id")
);
call protect('milestone_tallies', 'select');
create unique index milestone_tallies_one_each
  on milestone_tallies (direction_id, audience_id, status, late, percent) nulls not distinct;

CREATE TABLE "quarter_tallies" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "audience_id" UUID NOT NULL,
    "direction_id" UUID NOT NULL,
    "quarter" DATE,
    "status" TEXT NOT NULL,
    "late" TEXT,
    "size" INTEGER NOT NULL,

    CONSTRAINT "quarter_tallies_pkey" PRIMARY KEY ("id")
);
call protect('quarter_tallies', 'select');
create unique index quarter_tallies_one_each
  on quarter_tallies (direction_id, audience_id, quarter, status, late) nulls not distinct;

CREATE TABLE "responsible_tallies" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "audience_id" UUID NOT NULL,
    "direction_id" UUID NOT NULL,
    "country_id" UUID,
    "organisation_id" UUID,
    "status" TEXT NOT NULL,
    "late" TEXT,
    "size" INTEGER NOT NULL,

    CONSTRAINT "responsible_tallies_pkey" PRIMARY KEY ("id")
);
call protect('responsible_tallies', 'select');
create unique index responsible_tallies_one_each
  on responsible_tallies (direction_id, audience_id, country_id, organisation_id, status, late) nulls not distinct;
create index on responsible_tallies (organisation_id, direction_id) include (audience_id);

-- What it is called on a day if it is late then: overdue or no_evidence.
create function late_on(m milestones, day date) returns text language sql immutable parallel safe
  return case when m.due_on < day then once_late(m) end;

-- What counting gives. An archived milestone is in no tally.
create view milestones_counted with (security_invoker = true) as
select m.direction_id, m.audience_id, m.status, late_on(m, h.counted_on) as late, m.percent,
  count(*)::int as size, sum(m.weight)::int as weight, count(*) filter (where m.one_key)::int as one_key
from milestones m join heads h on h.audience_id = m.audience_id where m.archived_at is null
group by 1, 2, 3, 4, 5;

create view quarters_counted with (security_invoker = true) as
select m.direction_id, m.audience_id, quarter_of(m) as quarter, m.status,
  late_on(m, h.counted_on) as late, count(*)::int as size
from milestones m join heads h on h.audience_id = m.audience_id where m.archived_at is null
group by 1, 2, 3, 4, 5;

create view responsible_counted with (security_invoker = true) as
select m.direction_id, m.audience_id, m.country_id, m.organisation_id, m.status,
  late_on(m, h.counted_on) as late, count(*)::int as size
from milestones m join heads h on h.audience_id = m.audience_id where m.archived_at is null
group by 1, 2, 3, 4, 5, 6;

grant select on milestones_counted, quarters_counted, responsible_counted to langar_app;
grant execute on function late_on to langar_app;

create or replace function kept_counted() returns table (name text, counted text, record text, is_tally boolean)
  language sql immutable as $$ values
  ('milestone_tallies', 'milestones_counted', 'direction_id', true),
  ('quarter_tallies', 'quarters_counted', 'direction_id', true),
  ('responsible_tallies', 'responsible_counted', 'direction_id', true),
  ('waiting_keys', 'keys_that_wait', 'milestone_id', false),
  ('slips', 'slips_counted', 'milestone_id', false),
  ('slip_tallies', 'slips_by_days', 'direction_id', true),
  ('initiative_tallies', 'initiatives_counted', 'direction_id', true) $$;

-- As it was, with late ones as they are now. Rows that are read together lie together.
create or replace procedure count_anew() language plpgsql as $$ declare kept record; begin
  update heads h set counted_on = coalesce(today_at(a.partnership_id, null), h.counted_on)
    from audiences a where a.id = h.audience_id;
  for kept in select * from kept_counted() loop
    execute format('delete from %I', kept.name);
    execute format('insert into %I (%s) select * from %I order by 1, 2, 3', kept.name, private.columns_of(kept.counted),
      kept.counted);
  end loop;
end $$;
call count_anew();

-- Under the head's lock alone: what the command did to milestones, counted as of the day that the head names, and what of
-- all that is there becomes late between that day and another, or is late no more, if the other is the earlier one.
drop function move_tallies(uuid, uuid);
create function move_tallies(sealed uuid, audience uuid, partnership uuid, counted_on date, until date) returns void
  language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  forth constant int := case when until < counted_on then -1 else 1 end;
begin
  with moved as (
    select m.direction_id, m.country_id, m.organisation_id, m.status, late_on(m, counted_on) as late, m.percent,
      quarter_of(m) as quarter, state.step, m.weight, m.one_key
    from changes c
    cross join lateral (values (c.before, -1), (c.after, 1)) state (milestone, step)
    cross join lateral jsonb_populate_record(null::milestones, state.milestone::jsonb) m
    where c.command = sealed and c.audience_id = audience and c.record_table = 'milestones'
      and state.milestone is not null and m.archived_at is null
    union all
    select m.direction_id, m.country_id, m.organisation_id, m.status, state.late, m.percent, quarter_of(m), state.step,
      m.weight, false
    from milestones m
    cross join lateral (values (null, -forth), (once_late(m), forth)) state (late, step)
    where m.partnership_id = partnership and m.audience_id = audience and m.archived_at is null
      and m.status not in ('completed', 'cancelled') and m.due_on >= least(counted_on, until)
      and m.due_on < greatest(counted_on, until)),
  by_quarter as (
    insert into quarter_tallies as tally (audience_id, direction_id, quarter, status, late, size)
    select audience, direction_id, quarter, status, late, sum(step) from moved group by 2, 3, 4, 5 having sum(step) <> 0
    on conflict (direction_id, audience_id, quarter, status, late) do update set size = tally.size + excluded.size),
  by_responsible as (
    insert into responsible_tallies as tally (audience_id, direction_id, country_id, organisation_id, status, late, size)
    select audience, direction_id, country_id, organisation_id, status, late, sum(step) from moved
    group by 2, 3, 4, 5, 6 having sum(step) <> 0
    on conflict (direction_id, audience_id, country_id, organisation_id, status, late) do update set
      size = tally.size + excluded.size)
  insert into milestone_tallies as tally (audience_id, direction_id, status, late, percent, size, weight, one_key)
  select audience, direction_id, status, late, percent, sum(step), sum(step * weight),
    coalesce(sum(step) filter (where one_key), 0)
  from moved group by 2, 3, 4, 5
  having sum(step) <> 0 or sum(step * weight) <> 0 or sum(step) filter (where one_key) <> 0
  on conflict (direction_id, audience_id, status, late, percent) do update set
    size = tally.size + excluded.size, weight = tally.weight + excluded.weight, one_key = tally.one_key + excluded.one_key;
end $$;

-- Moves one head to the day that has begun at every side of its partnership: on, or back where a clock was wrong or a time zone
-- is another. False: none is left that nobody holds. One at a time, so that whoever writes waits for no other.
create function count_day() returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head record;
begin
  select h.audience_id, h.counted_on, a.partnership_id, today.day into head
  from heads h join audiences a on a.id = h.audience_id cross join lateral (select today_at(a.partnership_id, null) as day) today
  where a.partnership_id is not null and h.counted_on <> today.day
  order by h.audience_id limit 1 for no key update of h skip locked;
  if not found then return false; end if;
  perform move_tallies(null, head.audience_id, head.partnership_id, head.counted_on, head.day);
  update heads set counted_on = head.day where audience_id = head.audience_id;
  return true;
end $$;
grant execute on function count_day to langar_app;

-- As it was, but for the day of the head.
create or replace function seal(command_name text) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  sealed uuid := current_setting('langar.command')::uuid;
  audience record;
  head heads;
  event events;
begin
  for audience in
    select a.id, a.kind, a.partnership_id, bool_or(c.record_table = 'milestones') as has_milestones,
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
      perform move_tallies(sealed, audience.id, audience.partnership_id, head.counted_on, head.counted_on);
    end if;
    if audience.has_initiatives then
      perform move_initiative_tallies(sealed, audience.id);
    end if;
  end loop;
  perform keep_what_follows(sealed);
  perform set_config('langar.command', '', true); -- whoever writes after seal() fails
end $$;
