-- A partnership that was put away is only read: by whoever could read it.
alter table partnerships add column archived_at timestamptz(3);

-- As it was, but in an archived partnership a role only reads, and nobody writes into any of its audiences. Whoever
-- administers a side there reads what observers read, and goes on keeping his country's registry, which is not of the
-- partnership: so he has that role still, but in no partnership, where it reaches nothing of any.
create or replace function viewer_of(token bytea) returns table (person uuid, name text, country uuid, side text,
    held jsonb, audiences uuid[], write_audiences uuid[], heads text)
  language sql stable security definer set search_path = public, pg_temp as $$
  with seen as (
    select p.id, p.name, p.country_id from private.sessions s join people p on p.id = s.person_id
    where s.token_hash = sha256(token) and s.until > now() and p.deactivated_at is null),
  archived as (select id from partnerships where archived_at is not null),
  given as (
    select g.post_id as post, po.organisation_id as organisation, g.partnership_id as partnership, g.role,
      g.partnership_id in (select id from archived) as is_archived
    from seen join appointments a on a.person_id = seen.id
      and (now() at time zone 'UTC')::date between a.from_on and coalesce(a.to_on, 'infinity')
    join grants g on g.post_id = a.post_id and g.ended_at is null
    join posts po on po.id = g.post_id and po.archived_at is null),
  granted as (
    select post, organisation, partnership, case when is_archived
      then case when role in ('observer', 'side_admin') then 'observer' else 'inside_observer' end
      else role end as role
    from given
    union all
    select post, organisation, null, role from given where is_archived and role = 'side_admin'),
  reached as (
    select a.id, bool_or(r.writes) and not coalesce(a.partnership_id in (select id from archived), false) as writes,
      case when a.partnership_id is null then 1
      when a.partnership_id in (select partnership from granted) then 0 else 2 end as distance
    from seen cross join (select partnership, role from granted union all values (null::uuid, 'anyone')) g
    join private.rights r on r.role = g.role
    join audiences a on a.kind = r.kind and coalesce(a.country_id = seen.country_id, true)
      and coalesce(a.partnership_id = g.partnership, a.partnership_id is null or g.role <> 'side_admin')
    group by a.id)
  select seen.id, seen.name, seen.country_id, c.code,
    (select coalesce(jsonb_agg(granted), '[]') from granted),
    array(select r.id from reached r order by r.distance, r.id),
    array(select r.id from reached r where r.writes order by 1),
    (select string_agg(h.audience_id || ' ' || h.seq, ',' order by h.audience_id)
      from heads h where h.audience_id in (select r.id from reached r))
  from seen join countries c on c.id = seen.country_id;
$$;

-- The admin of the installation brings it back: until the transaction ends he may write what is public of it, its own row
-- among it.
create function reopen_partnership(partnership uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  select set_config('langar.write_audiences', (viewer_write_audiences() || p.id)::text, true) from partnerships p
  where p.id = partnership and p.archived_at is not null and private.is_admin(viewer_person());
$$;
grant execute on function reopen_partnership to langar_app;

-- Grants are of a registry, which the wall leaves open: a role in an archived partnership is neither given nor taken.
create function refuse_archived() returns trigger language plpgsql as $$ begin
  if exists (select from partnerships p where p.id = new.partnership_id and p.archived_at is not null) then
    raise 'the partnership is archived' using errcode = 'LG001';
  end if;
  return new;
end $$;
create trigger refuse_archived before insert or update on grants for each row execute function refuse_archived();

-- As it was, but of an archived partnership nobody keeps the chain.
create or replace function private.administered(of_partnership uuid) returns uuid language sql stable as $$
  select p.country_id from people p
  join appointments a on a.person_id = p.id
    and (now() at time zone 'UTC')::date between a.from_on and coalesce(a.to_on, 'infinity')
  join grants g on g.post_id = a.post_id and g.ended_at is null
    and g.partnership_id = of_partnership and g.role = 'side_admin'
  join posts po on po.id = g.post_id and po.archived_at is null
  join partnerships pa on pa.id = g.partnership_id and pa.archived_at is null
  where p.id = viewer_person() and p.deactivated_at is null limit 1;
$$;
