-- A board with a row each body added up each body's tallies of every direction, ten thousand for seven hundred numbers. What
-- asks for no direction has its own tallies now.
CREATE TABLE "body_tallies" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "audience_id" UUID NOT NULL,
    "country_id" UUID,
    "organisation_id" UUID,
    "status" TEXT NOT NULL,
    "late" TEXT,
    "size" INTEGER NOT NULL,

    CONSTRAINT "body_tallies_pkey" PRIMARY KEY ("id")
);
call protect('body_tallies', 'select');
create unique index body_tallies_one_each
  on body_tallies (audience_id, organisation_id, country_id, status, late) nulls not distinct;

-- It led to a body without a direction.
drop index responsible_tallies_organisation_id_direction_id_audience_i_idx;

create view bodies_counted with (security_invoker = true) as
select m.audience_id, m.country_id, m.organisation_id, m.status, late_on(m, h.counted_on) as late, count(*)::int as size
from milestones m join heads h on h.audience_id = m.audience_id where m.archived_at is null
group by 1, 2, 3, 4, 5;
grant select on bodies_counted to langar_app;

insert into body_tallies (audience_id, country_id, organisation_id, status, late, size)
select * from bodies_counted order by 1, 3, 2;

-- As it was, and the new one.
create or replace function kept_counted() returns table (name text, counted text, record text, is_tally boolean)
  language sql immutable as $$ values
  ('milestone_tallies', 'milestones_counted', 'direction_id', true),
  ('quarter_tallies', 'quarters_counted', 'direction_id', true),
  ('responsible_tallies', 'responsible_counted', 'direction_id', true),
  ('body_tallies', 'bodies_counted', 'organisation_id', true),
  ('waiting_keys', 'keys_that_wait', 'milestone_id', false),
  ('slips', 'slips_counted', 'milestone_id', false),
  ('slip_tallies', 'slips_by_days', 'direction_id', true),
  ('initiative_tallies', 'initiatives_counted', 'direction_id', true) $$;

create or replace function move_tallies(sealed uuid, audience uuid, partnership uuid, counted_on date, until date) returns void
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
      size = tally.size + excluded.size),
  by_body as (
    insert into body_tallies as tally (audience_id, country_id, organisation_id, status, late, size)
    select audience, country_id, organisation_id, status, late, sum(step) from moved
    group by 2, 3, 4, 5 having sum(step) <> 0
    on conflict (audience_id, organisation_id, country_id, status, late) do update set size = tally.size + excluded.size)
  insert into milestone_tallies as tally (audience_id, direction_id, status, late, percent, size, weight, one_key)
  select audience, direction_id, status, late, percent, sum(step), sum(step * weight),
    coalesce(sum(step) filter (where one_key), 0)
  from moved group by 2, 3, 4, 5
  having sum(step) <> 0 or sum(step * weight) <> 0 or sum(step) filter (where one_key) <> 0
  on conflict (direction_id, audience_id, status, late, percent) do update set
    size = tally.size + excluded.size, weight = tally.weight + excluded.weight, one_key = tally.one_key + excluded.one_key;
end $$;
