-- As it was, but the audiences of partnerships in which the person has a role come first, and those of other partnerships
-- last. The wall compares a row with one after another, and most that is read is of the first: where somebody sees fifty
-- partnerships, a tenth of what an overview of two hundred thousand milestones takes.
create or replace function viewer_of(token bytea) returns table (person uuid, name text, country uuid, side text,
    held jsonb, audiences uuid[], write_audiences uuid[], heads text)
  language sql stable security definer set search_path = public, pg_temp as $$
  with seen as (
    select p.id, p.name, p.country_id from private.sessions s join people p on p.id = s.person_id
    where s.token_hash = sha256(token) and s.until > now() and p.deactivated_at is null),
  granted as (
    select g.post_id as post, po.organisation_id as organisation, g.partnership_id as partnership, g.role
    from seen join appointments a on a.person_id = seen.id
      and (now() at time zone 'UTC')::date between a.from_on and coalesce(a.to_on, 'infinity')
    join grants g on g.post_id = a.post_id and g.ended_at is null
    join posts po on po.id = g.post_id and po.archived_at is null),
  reached as (
    select a.id, bool_or(r.writes) as writes, case when a.partnership_id is null then 1
      when a.partnership_id in (select partnership from granted) then 0 else 2 end as distance
    from seen cross join (select partnership, role from granted union all values (null::uuid, 'anyone')) g
    join private.rights r on r.role = g.role
    join audiences a on a.kind = r.kind and coalesce(a.country_id = seen.country_id, true)
      and coalesce(a.partnership_id = g.partnership, true)
    group by a.id)
  select seen.id, seen.name, seen.country_id, c.code,
    (select coalesce(jsonb_agg(granted), '[]') from granted),
    array(select r.id from reached r order by r.distance, r.id),
    array(select r.id from reached r where r.writes order by 1),
    (select string_agg(h.audience_id || ' ' || h.seq, ',' order by h.audience_id)
      from heads h where h.audience_id in (select r.id from reached r))
  from seen join countries c on c.id = seen.country_id;
$$;
