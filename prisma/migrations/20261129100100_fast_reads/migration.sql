-- Asked for each row of a list. A function in SQL that looks something up is planned anew at every call, and none of these
-- can be dissolved into the statement around it. PL/pgSQL keeps its plans for the connection.

-- The text in this language, else the authentic one, English before others, else any, with what there is to know of it. The
-- first two cases, which are nearly all, look through nothing.
create or replace function text_in(texts jsonb, language text) returns jsonb
  language plpgsql immutable parallel safe as $$
declare
  chosen text := case
    when texts ? language then language
    when texts #>> '{en,standing}' = 'authentic' then 'en'
    else (
      select t.key from jsonb_each(texts) t
      order by t.value ->> 'standing' = 'authentic' desc, t.key = 'en' desc, t.key limit 1) end;
  it jsonb := texts -> chosen;
begin
  if it is null then return null; end if;
  return jsonb_build_object('text', it ->> 'text', 'language', chosen, 'standing', it ->> 'standing',
    'official', coalesce((it ->> 'official')::boolean, true),
    'stale', coalesce(it ->> 'ofHash' <> md5(texts -> (it ->> 'of') ->> 'text'), false));
end $$;

create or replace function today_at(partnership uuid, country uuid) returns date
  language plpgsql stable parallel safe as $$ begin
  return (
    select min((now() at time zone c.time_zone)::date)
    from sides s join countries c on c.id = s.country_id
    where s.partnership_id = partnership and (country is null or s.country_id = country));
end $$;

create or replace function needed_keys(partnership uuid, audience uuid) returns text[]
  language plpgsql stable parallel safe as $$ begin
  return (
    select array_agg(c.code order by s.position)
    from sides s join countries c on c.id = s.country_id join audiences a on a.id = audience
    where s.partnership_id = partnership and (a.country_id is null or a.country_id = s.country_id)
      and (s.staffed_at is not null or a.country_id is not null or not exists (
        select from sides o where o.partnership_id = partnership and o.staffed_at is not null)));
end $$;

-- Of a milestone's row each is asked within the statement: see lib/milestones/verdicts-on.ts.
drop function verdicts_on;

-- As it was, with the days of the sides looked up within the statement.
drop view milestones_today;
create view milestones_today with (security_invoker = true) as
select m.*, t.today, lateness(m.status, m.due_on, m.percent, m.started_on, m.accepted_on, m.fact_on,
  m.due_on >= t.today and exists (
    select from milestone_dependencies d join milestones w on w.id = d.waits_for_id
    where d.milestone_id = m.id and w.archived_at is null and w.status not in ('completed', 'cancelled')
      and w.due_on < today_at(w.partnership_id, w.country_id)), t.today) as lateness
from milestones m
cross join lateral (
  select min((now() at time zone c.time_zone)::date) as today
  from sides s join countries c on c.id = s.country_id
  where s.partnership_id = m.partnership_id and (m.country_id is null or s.country_id = m.country_id)) t
where m.archived_at is null;
grant select on milestones_today to langar_app;
