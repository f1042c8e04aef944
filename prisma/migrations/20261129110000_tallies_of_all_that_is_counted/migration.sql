-- An overview and a board's head count all milestones of a partnership. So counts are kept by everything that they are
-- counted by, and not by status alone.
drop table milestone_tallies;
CREATE TABLE "milestone_tallies" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "audience_id" UUID NOT NULL,
    "direction_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "percent" INTEGER,
    "quarter" DATE,
    "once_late" TEXT,
    "size" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL,
    "one_key" INTEGER NOT NULL,

    CONSTRAINT "milestone_tallies_pkey" PRIMARY KEY ("id")
);
call protect('milestone_tallies', 'select');
create unique index milestone_tallies_one_each
  on milestone_tallies (direction_id, audience_id, status, quarter, percent, once_late) nulls not distinct;

-- The first day of the quarter in which it falls due, or was completed.
create function quarter_of(m milestones) returns date language sql immutable parallel safe
  return date_trunc('quarter', coalesce(m.due_on, m.completed_on)::timestamp)::date;

-- What it is called once its date has passed and nothing else has changed: overdue or no_evidence. Null: it is settled, or
-- has no date.
create function once_late(m milestones) returns text language sql immutable parallel safe
  return nullif(nullif(lateness(m.status, m.due_on, m.percent, m.started_on, m.accepted_on, m.fact_on, false, 'infinity'),
    'settled'), 'undated');

-- What counting gives. An archived milestone is in no tally.
create view milestones_counted with (security_invoker = true) as
select m.audience_id, m.direction_id, m.status, m.percent, quarter_of(m) as quarter, once_late(m) as once_late,
  count(*)::int as size, sum(m.weight)::int as weight, count(*) filter (where m.one_key)::int as one_key
from milestones m where m.archived_at is null
group by 1, 2, 3, 4, 5, 6;
grant select on milestones_counted to langar_app;
grant execute on function quarter_of, once_late to langar_app;

insert into milestone_tallies (audience_id, direction_id, status, percent, quarter, once_late, size, weight, one_key)
select * from milestones_counted order by direction_id, audience_id, status, quarter, percent;

-- Called by seal() alone, under the head's lock.
create or replace function move_tallies(sealed uuid, audience uuid) returns void language plpgsql as $$ begin
  insert into milestone_tallies as tally (audience_id, direction_id, status, percent, quarter, once_late, size, weight, one_key)
  select audience, m.direction_id, m.status, m.percent, quarter_of(m), once_late(m),
    sum(state.step), sum(state.step * m.weight), coalesce(sum(state.step) filter (where m.one_key), 0)
  from changes c
  cross join lateral (values (c.before, -1), (c.after, 1)) state (milestone, step)
  cross join lateral jsonb_populate_record(null::milestones, state.milestone::jsonb) m
  where c.command = sealed and c.audience_id = audience and c.record_table = 'milestones'
    and state.milestone is not null and m.archived_at is null
  group by 2, 3, 4, 5, 6
  having sum(state.step) <> 0 or sum(state.step * m.weight) <> 0
    or sum(state.step) filter (where m.one_key) <> 0
  on conflict (direction_id, audience_id, status, quarter, percent, once_late) do update set
    size = tally.size + excluded.size, weight = tally.weight + excluded.weight, one_key = tally.one_key + excluded.one_key;
end $$;

-- Those of the present quarter whose day has passed are looked at in the index alone.
drop index milestones_open;
create index milestones_open on milestones (partnership_id, due_on)
  include (audience_id, status, direction_id, country_id, organisation_id, percent, weight, started_on, accepted_on, fact_on)
  where archived_at is null and status not in ('completed', 'cancelled');
