-- Lateness is arithmetic, never stored. The formula is lib/rules/lateness.ts, said once more here so
-- that boards can filter and count by it; a test on random data holds the two equal.
create function lateness(status text, due_on date, percent int, started_on date, accepted_on date,
    fact_on date, waits_for_late boolean, today date) returns text
  language sql immutable parallel safe return
  case
    when status in ('completed', 'cancelled') then 'settled'
    when due_on is null then 'undated'
    when due_on < today then
      case when accepted_on > due_on or fact_on > due_on then 'overdue' else 'no_evidence' end
    when status = 'blocked' or waits_for_late or due_on > started_on
      and 100::bigint * (today - started_on) > (percent + 25)::bigint * (due_on - started_on) then 'at_risk'
    when due_on - today <= 30 then 'due_soon'
    when status = 'in_progress' and coalesce(today - coalesce(accepted_on, started_on) >= 90, true)
      then 'stale'
    else 'on_track'
  end;

-- The day that it is at the responsible side; for a joint milestone at the side where it is earlier.
create function today_at(partnership uuid, country uuid) returns date language sql stable parallel safe
  return (
    select min((now() at time zone c.time_zone)::date)
    from sides s join countries c on c.id = s.country_id
    where s.partnership_id = partnership and (country is null or s.country_id = country));

-- Milestones that are not archived, with what is computed of them today.
create view milestones_today with (security_invoker = true) as
select m.*, t.today, lateness(m.status, m.due_on, m.percent, m.started_on, m.accepted_on, m.fact_on,
  m.due_on >= t.today and exists (
    select from milestone_dependencies d join milestones w on w.id = d.waits_for_id
    where d.milestone_id = m.id and w.archived_at is null and w.status not in ('completed', 'cancelled')
      and w.due_on < today_at(w.partnership_id, w.country_id)), t.today) as lateness
from milestones m join lateral (select today_at(m.partnership_id, m.country_id) as today) t on true
where m.archived_at is null;

-- The sides whose keys close a milestone: both; one while the other has no staff; the own of a
-- side-only one. ISO codes, in the order of the partnership's title.
create function needed_keys(partnership uuid, audience uuid) returns text[]
  language sql stable parallel safe return (
  select array_agg(c.code order by s.position)
  from sides s join countries c on c.id = s.country_id join audiences a on a.id = audience
  where s.partnership_id = partnership and (a.country_id is null or a.country_id = s.country_id)
    and (s.staffed_at is not null or a.country_id is not null or not exists (
      select from sides o where o.partnership_id = partnership and o.staffed_at is not null)));

-- What each side's standing key says: [{ "side": "UZ", "says": "confirmed" }].
create function verdicts_on(milestone uuid) returns jsonb language sql stable parallel safe return (
  select coalesce(jsonb_agg(jsonb_build_object('side', c.code, 'says', k.verdict) order by c.code), '[]')
  from confirmations k join countries c on c.id = k.country_id
  where k.milestone_id = milestone and k.replaced_at is null and k.verdict <> 'withdrawn');

grant execute on function lateness, today_at, needed_keys, verdicts_on to langar_app;
grant select on milestones_today to langar_app;
