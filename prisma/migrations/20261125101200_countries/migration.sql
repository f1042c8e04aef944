-- What the admin of the installation keeps: countries, their calendars with the decrees that moved days, and each side's
-- first admin.

-- Null for the countries that are there: what the ledger has of them knows no version. Their id stands for it until they
-- change.
alter table countries add version uuid;
alter table countries alter version set default gen_random_uuid();
create unique index on countries (code3);
create unique index on countries (numeric_code);

create table decrees (
  id uuid primary key,
  audience_id uuid not null default common(),
  country_id uuid not null references countries on delete restrict on update restrict,
  title text not null,
  number text,
  decided_on date not null,
  publisher text,
  url text not null,
  entered_at timestamptz(3) not null,
  check (audience_id = common()), check (btrim(title) <> ''), check (url ~ '^https?://'),
  unique (id, country_id)
);
create index on decrees (country_id, decided_on);
call protect('decrees', 'select, insert');

-- What a decree made of a day, and what the day was before: so that what it moved can be listed at any time, to
-- each reader of what he may see.
create table decree_days (
  id uuid primary key,
  audience_id uuid not null default common(),
  decree_id uuid not null,
  country_id uuid not null,
  day date not null,
  before text not null,
  after text not null,
  holiday text,
  foreign key (decree_id, country_id) references decrees (id, country_id) on delete restrict on update restrict,
  unique (decree_id, day),
  check (audience_id = common()),
  check (before in ('off', 'working', 'ordinary')), check (after in ('off', 'working', 'ordinary'))
);
call protect('decree_days', 'select, insert');

-- When it was answered: what is shown once (a one-time link) is shown for a few minutes.
alter table answers add at timestamptz(3) not null default now();

-- The installation's admin, by a grant of a post that he holds today.
create function private.is_admin(of_person uuid) returns boolean language sql stable as $$
  select exists (
    select from grants g join appointments a on a.post_id = g.post_id join people p on p.id = a.person_id
      join posts po on po.id = g.post_id
    where p.id = of_person and g.role = 'admin' and g.ended_at is null and p.deactivated_at is null
      and po.archived_at is null
      and (now() at time zone 'UTC')::date between a.from_on and coalesce(a.to_on, 'infinity'));
$$;

-- Somebody who can sign in holds the side's administration, or will from a date on.
create function private.is_administered(of_side uuid) returns boolean language sql stable as $$
  select exists (
    select from sides s join grants g on g.partnership_id = s.partnership_id and g.country_id = s.country_id
      join posts po on po.id = g.post_id
      join appointments a on a.post_id = g.post_id join people p on p.id = a.person_id
    where s.id = of_side and g.role = 'side_admin' and g.ended_at is null and p.deactivated_at is null
      and po.archived_at is null and coalesce(a.to_on, 'infinity') >= (now() at time zone 'UTC')::date);
$$;

-- Which sides still wait for their first admin. Tells it to the installation's admin alone: grants are of a registry.
create function sides_without_admin(of_partnership uuid) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array(select s.id from sides s where s.partnership_id = of_partnership
    and private.is_admin(viewer_person()) and not private.is_administered(s.id) order by s.position);
$$;

-- The one thing that the installation's admin does in another country's registry: where a side has no admin yet, a person,
-- his post in one of the side's organisations, the grant, and a one-time link. Somebody whom the registry knows by this
-- address is appointed and gets no link: whoever makes a link for another's password could take his place.
-- Answers 'appointed', 'known', or why not: 'not-here', 'has-admin', 'address-taken'.
create function appoint_first_admin(of_side uuid, new_person uuid, person_name text, person_email text,
    in_organisation uuid, new_post uuid, post_title jsonb, link uuid, link_hash bytea)
  returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  side sides;
  person people;
begin
  if not private.is_admin(viewer_person()) then return 'not-here'; end if;
  select * into side from sides where id = of_side for update;
  if side.id is null or not exists (select from organisations o where o.id = in_organisation
      and o.archived_at is null and side.country_id in (o.country_id, o.joint_country_id)) then
    return 'not-here';
  end if;
  if private.is_administered(side.id) then return 'has-admin'; end if;
  select * into person from people where email = person_email;
  if person.id is not null and (person.country_id <> side.country_id or person.deactivated_at is not null) then
    return 'address-taken';
  end if;
  insert into posts (id, country_id, organisation_id, title)
    values (new_post, side.country_id, in_organisation, post_title);
  if person.id is null then
    insert into people (id, audience_id, country_id, name, email)
      values (new_person, side.country_id, side.country_id, person_name, person_email);
    insert into one_time_links (id, audience_id, person_id, token_hash, until)
      values (link, side.country_id, new_person, link_hash, clock_timestamp() + interval '7 days');
  end if;
  insert into appointments (id, audience_id, country_id, post_id, person_id, from_on)
    values (gen_random_uuid(), side.country_id, side.country_id, new_post, coalesce(person.id, new_person),
      (now() at time zone 'UTC')::date);
  insert into grants (id, audience_id, country_id, post_id, partnership_id, role)
    values (gen_random_uuid(), side.country_id, side.country_id, new_post, side.partnership_id, 'side_admin');
  return case when person.id is null then 'appointed' else 'known' end;
end $$;

-- Did that make a link? Asked by whoever sent it, when he is answered once more, too.
create function link_issued(link uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select private.is_admin(viewer_person()) and exists (select from one_time_links where id = link);
$$;

grant execute on function sides_without_admin, appoint_first_admin, link_issued to langar_app;
