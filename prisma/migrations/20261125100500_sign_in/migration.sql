-- What the application can never read lies here, behind functions on a written list (the lint).
-- Of tokens only the SHA-256 is kept: whoever reads the table cannot sign in with it.
create schema private;
create table private.credentials (
  person_id uuid primary key references people,
  password_hash text not null, set_at timestamptz not null
);
create table private.sessions (
  token_hash bytea primary key check (length(token_hash) = 32),
  person_id uuid not null references people, until timestamptz not null
);
create index on private.sessions (person_id);

-- Which role reads, and which also writes, which kind of audience: in its own country and
-- partnership. An admin is no reader of a side's own records.
create table private.rights (role text, kind text, writes boolean, primary key (role, kind));
insert into private.rights values
  ('anyone', 'common', false), ('anyone', 'registry', false), ('anyone', 'public', false),
  ('official', 'shared', true), ('official', 'side', true),
  ('staff', 'shared', true), ('staff', 'side', true), ('staff', 'public', true),
  ('observer', 'shared', false),
  ('inside_observer', 'shared', false), ('inside_observer', 'side', false),
  ('side_admin', 'shared', false), ('side_admin', 'registry', true), ('side_admin', 'common', true),
  ('admin', 'shared', false), ('admin', 'public', true), ('admin', 'common', true);

-- An admin issues a link as any other record of the registry. Setting a credential spends it and
-- all earlier ones, so nothing has to be crossed out.
alter table one_time_links
  alter issued_at set default clock_timestamp(),
  add check (length(token_hash) = 32), add check (until <= issued_at + interval '7 days');
call guard('one_time_links', 'person_id > people');
call protect('one_time_links', 'select, insert');

-- A side's first staff: from then on the side has a key.
create function give_key() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$ begin
  update sides set staffed_at = now() where partnership_id = new.partnership_id
    and country_id = new.country_id and staffed_at is null;
  return null;
end $$;
create trigger give_key after insert on grants
  for each row when (new.role = 'staff') execute function give_key();

create function find_credential(of_email text) returns table (person uuid, password_hash text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, c.password_hash from people p join private.credentials c on c.person_id = p.id
  where p.email = lower(of_email) and p.deactivated_at is null;
$$;

create function open_session(person uuid, token_hash bytea, until timestamptz) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into private.sessions select token_hash, id, until from people
  where id = person and deactivated_at is null;
$$;

create function end_sessions(person uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from private.sessions where person_id = person;
$$;

create function end_session(token bytea) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from private.sessions where token_hash = sha256(token);
$$;

-- From the cookie's token to the viewer: his present grants for allow(), audiences for the wall.
create function viewer_of(token bytea) returns table (person uuid, name text, country uuid, side text,
    held jsonb, audiences uuid[], write_audiences uuid[])
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
    select a.id, bool_or(r.writes) as writes
    from seen cross join (select partnership, role from granted union all values (null::uuid, 'anyone')) g
    join private.rights r on r.role = g.role
    join audiences a on a.kind = r.kind and coalesce(a.country_id = seen.country_id, true)
      and coalesce(a.partnership_id = g.partnership, true)
    group by a.id)
  select seen.id, seen.name, seen.country_id, c.code,
    (select coalesce(jsonb_agg(granted), '[]') from granted),
    array(select r.id from reached r order by 1), array(select r.id from reached r where r.writes order by 1)
  from seen join countries c on c.id = seen.country_id;
$$;

-- Who has not signed in sees what was published, and writes nothing.
create function public_audiences() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array(select id from audiences where kind in ('common', 'public') order by 1);
$$;

create function set_credential(token bytea, new_hash text) returns boolean
  language sql security definer set search_path = public, pg_temp as $$
  with spent as (
    insert into private.credentials as c
    select p.id, new_hash, clock_timestamp()
    from one_time_links l join people p on p.id = l.person_id
    where l.token_hash = sha256(token) and now() < l.until and p.deactivated_at is null
      and not exists (select from private.credentials c
        where c.person_id = p.id and c.set_at >= l.issued_at)
    on conflict (person_id) do update
      set password_hash = excluded.password_hash, set_at = excluded.set_at
    returning person_id),
  ended as (delete from private.sessions where person_id in (select person_id from spent))
  select exists (select from spent);
$$;

-- A right taken away, a post handed over, a person deactivated: signed out at once.
create function sign_out() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$ begin
  delete from private.sessions where person_id = (to_jsonb(new) ->> 'id')::uuid or person_id in (
    select person_id from appointments where post_id = (to_jsonb(new) ->> 'post_id')::uuid);
  return null;
end $$;
create trigger sign_out after update of deactivated_at on people
  for each row execute function sign_out();
create trigger sign_out after insert or update on appointments
  for each row execute function sign_out();
create trigger sign_out after insert or update on grants
  for each row execute function sign_out();

grant execute on function find_credential, open_session, end_session, viewer_of, public_audiences,
  end_sessions, set_credential to langar_app;
