-- Two more things that many milestones would have to be read for are kept ready, as tallies are: a view says what counting
-- gives, a table keeps it, seal() moves it, verify_ledger() compares the two.

-- For which side's key a milestone waits: to be claimed, to be completed, or for the end of a dispute that this side began.
-- What waits longest comes first by since, then accepted_on, then code. When a key was turned is the sides' to know: of
-- what is public the row is shared.
CREATE TABLE "waiting_keys" (
    "milestone_id" UUID NOT NULL,
    "country_id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "waits_for" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3),
    "accepted_on" DATE,
    "code" TEXT NOT NULL,

    CONSTRAINT "waiting_keys_pkey" PRIMARY KEY ("milestone_id","country_id")
);
call protect('waiting_keys', 'select');
create index waiting_keys_in_order on waiting_keys (partnership_id, country_id, since, accepted_on, code)
  include (audience_id, waits_for);
create index waiting_keys_disputed on waiting_keys (partnership_id, country_id, since, code)
  include (audience_id) where waits_for = 'settlement';

create view keys_that_wait with (security_invoker = true) as
select m.id as milestone_id, s.country_id, a.id as audience_id, m.partnership_id,
  case m.status when 'claimed' then 'second-key' when 'disputed' then 'settlement' else 'first-key' end as waits_for,
  case m.status when 'claimed' then other.at when 'disputed' then k.at end as since, m.accepted_on, m.code
from milestones m join sides s on s.partnership_id = m.partnership_id
join audiences own on own.id = m.audience_id
join audiences a on a.partnership_id = m.partnership_id and a.country_id is not distinct from own.country_id
  and a.kind = case own.kind when 'public' then 'shared' else own.kind end
left join confirmations k on k.milestone_id = m.id and k.country_id = s.country_id and k.replaced_at is null
  and k.verdict <> 'withdrawn'
left join lateral (select max(o.at) as at from confirmations o
  where o.milestone_id = m.id and o.replaced_at is null and o.verdict <> 'withdrawn') other on true
where m.archived_at is null and (m.status = 'claimed' and k.id is null
  or m.status = 'disputed' and k.verdict = 'disputed'
  or m.status = 'in_progress' and m.percent = 100 and coalesce(m.country_id = s.country_id, true));

-- By how many days agreed changes moved a milestone's date, in sum. Of what both sides see and is not cancelled; public where
-- all of the changes are.
CREATE TABLE "slips" (
    "milestone_id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "direction_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "days" INTEGER NOT NULL,

    CONSTRAINT "slips_pkey" PRIMARY KEY ("milestone_id")
);
call protect('slips', 'select');
create index slips_in_order on slips (direction_id, days desc, code) include (audience_id);

create view slips_counted with (security_invoker = true) as
select m.id as milestone_id, (array_agg(c.audience_id order by a.kind = 'public'))[1] as audience_id, m.direction_id, m.code,
  sum(c.days)::int as days
from due_date_changes c join audiences a on a.id = c.audience_id and a.kind <> 'side'
join milestones m on m.id = c.milestone_id join audiences own on own.id = m.audience_id and own.kind <> 'side'
where c.kind = 'moved' and c.state = 'agreed' and m.archived_at is null and m.status <> 'cancelled'
group by m.id, m.direction_id, m.code;

grant select on keys_that_wait, slips_counted to langar_app;
insert into waiting_keys table keys_that_wait;
insert into slips table slips_counted;

-- Called by seal() alone, under the heads' locks. Planned once: nobody can tell beforehand how many milestones were touched,
-- mostly one, and to plan it anew takes a millisecond.
create function keep_what_follows(sealed uuid) returns void language plpgsql
  set plan_cache_mode = force_generic_plan as $$
declare
  touched uuid[] := array(
    select distinct case c.record_table when 'milestones' then c.record_id
      else (coalesce(c.after, c.before)::jsonb ->> 'milestone_id')::uuid end
    from changes c
    where c.command = sealed and c.record_table in ('milestones', 'confirmations', 'due_date_changes'));
begin
  if touched = '{}' then return; end if;
  delete from waiting_keys w where w.milestone_id = any (touched);
  insert into waiting_keys select * from keys_that_wait w where w.milestone_id = any (touched);
  delete from slips s where s.milestone_id = any (touched);
  insert into slips select * from slips_counted s where s.milestone_id = any (touched);
end $$;

-- As it was, but it keeps what follows, and moves tallies only where a milestone was written.
create or replace function seal(command_name text) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  sealed uuid := current_setting('langar.command')::uuid;
  audience record;
  head heads;
  event events;
begin
  for audience in
    select a.id, a.kind, bool_or(c.record_table = 'milestones') as counts
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
    if audience.counts then
      perform move_tallies(sealed, audience.id);
    end if;
  end loop;
  perform keep_what_follows(sealed);
  perform set_config('langar.command', '', true); -- whoever writes after seal() fails
end $$;

-- As it was, with whatever is kept compared to what counting gives.
create or replace function verify_ledger()
  returns table (audience_id uuid, seq bigint, problem text, record_table text, record_id uuid)
  language plpgsql stable set timezone = 'UTC' as $$
#variable_conflict use_column
declare t record;
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
      and c.relname not in ('heads', 'events', 'changes', 'milestone_tallies', 'waiting_keys', 'slips')
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
  return query select distinct audience_id, null::bigint, 'tally is not what counting gives', 'milestone_tallies',
      direction_id
    from (select *, 1 as kept from (
        select audience_id, direction_id, status, percent, quarter, once_late, size, weight, one_key
        from milestone_tallies where size <> 0) tally
      union all select *, -1 from milestones_counted) both_ways
    group by audience_id, direction_id, status, percent, quarter, once_late, size, weight, one_key
    having sum(kept) <> 0;
  return query select distinct audience_id, null::bigint, 'not what counting gives', 'waiting_keys', milestone_id
    from (select *, 1 as kept from waiting_keys union all select *, -1 from keys_that_wait) both_ways
    group by milestone_id, country_id, audience_id, partnership_id, waits_for, since, accepted_on, code
    having sum(kept) <> 0;
  return query select distinct audience_id, null::bigint, 'not what counting gives', 'slips', milestone_id
    from (select *, 1 as kept from slips union all select *, -1 from slips_counted) both_ways
    group by milestone_id, audience_id, direction_id, code, days
    having sum(kept) <> 0;
end $$;

-- Whether any chain names a post.
create index report_chains_of_post on report_chains (post_id) include (audience_id) where post_id is not null;

-- What somebody asked for himself.
create index signatures_of_person on signatures (person_id) include (audience_id) where act = 'asked';
