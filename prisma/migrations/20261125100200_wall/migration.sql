-- Every record carries one audience_id; PostgreSQL shows a viewer only the rows of his audiences.

-- A registry bears the id of its country and a public audience the id of its partnership, so that
-- simple CHECKs can hold a record to them.
alter table audiences
  add unique nulls not distinct (kind, partnership_id, country_id),
  add check (kind in ('common', 'registry', 'public', 'shared', 'side')),
  add check ((kind in ('public', 'shared', 'side')) = (partnership_id is not null)),
  add check ((kind in ('registry', 'side')) = (country_id is not null)),
  add check (kind <> 'registry' or id = country_id),
  add check (kind <> 'public' or id = partnership_id);

-- The first statement of every transaction, and all that the wall knows. Nobody: the nil uuid.
create function view_as(person uuid, post uuid, audiences uuid[], write_audiences uuid[])
  returns void language sql as $$
  select set_config('langar.person', person::text, true),
    set_config('langar.post', post::text, true),
    set_config('langar.audiences', audiences::text, true),
    set_config('langar.write_audiences', write_audiences::text, true),
    set_config('langar.command', gen_random_uuid()::text, true),
    set_config('langar.releasing', '', true);
$$;

-- The post in which a person acts is known once the record has been found.
create function act_as(post uuid) returns void language sql as $$
  select set_config('langar.post', post::text, true);
$$;

-- Never current_setting(…, true): without a viewer a statement must fail, not find nothing.
create function viewer_person() returns uuid language sql stable parallel safe
  return current_setting('langar.person')::uuid;
create function viewer_audiences() returns uuid[] language sql stable parallel safe
  return current_setting('langar.audiences')::uuid[];
create function viewer_write_audiences() returns uuid[] language sql stable parallel safe
  return current_setting('langar.write_audiences')::uuid[];

create function holds(wide uuid, narrow uuid) returns boolean language sql stable return
  wide = narrow or exists (
    select from audiences w, audiences n where w.id = wide and n.id = narrow and (
      w.kind = 'common' or w.partnership_id = n.partnership_id and
      (w.kind, n.kind) in (('public', 'shared'), ('public', 'side'), ('shared', 'side'))));

-- What the application may write is remembered by the ledger: so a record cannot lack its trigger.
create procedure protect(t regclass, rights text, col name default 'audience_id')
  language plpgsql as $$ begin
  execute format('alter table %s enable row level security', t);
  execute format('create policy audience on %s to langar_app
    using (%2$I = any ((select viewer_audiences())::uuid[]))
    with check (%2$I = any ((select viewer_write_audiences())::uuid[]))', t, col);
  execute format('grant %s on %s to langar_app', rights, t);
  if col = 'audience_id' then
    execute format('alter table %s alter audience_id set (n_distinct = 4)', t);
  end if;
  if rights <> 'select' then
    execute format('create trigger remember after insert or update or delete on %s
      for each row execute function remember()', t);
  end if;
end $$;

create procedure protect_own(t regclass, rights text) language plpgsql as $$ begin
  execute format('alter table %s enable row level security', t);
  execute format('create policy own on %s to langar_app
    using (person_id = (select viewer_person())) with check (person_id = (select viewer_person()))',
    t);
  execute format('grant %s on %s to langar_app', rights, t);
end $$;

-- Parents are written 'column > table'. A record is as visible as each of the parents that it
-- names, or narrower, and names at least one. One static function a table: dynamic SQL inside a
-- trigger is several times slower. It looks the parents up as the viewer, so that an invisible
-- parent and none at all are the same error, before the foreign key could tell them apart.
-- Audiences only widen: so no later act breaks the rule.
create procedure guard(t regclass, variadic parents text[]) language plpgsql as $$
declare
  parent text;
  col name;
  parent_table regclass;
  in_both boolean;
  looked_up text := '';
  columns text := '';
  watched text := 'audience_id';
begin
  foreach parent in array parents loop
    col := trim(split_part(parent, '>', 1));
    parent_table := trim(split_part(parent, '>', 2));
    in_both := (select count(*) = 2 from pg_attribute
      where attrelid in (t, parent_table) and attname = 'partnership_id' and col <> 'partnership_id');
    looked_up := looked_up || format($lookup$
      if new.%1$I is not null then
        select p.audience_id into parent_audience from %2$s p where p.id = new.%1$I%3$s;
        if holds(parent_audience, new.audience_id) is not true then
          raise 'wider than its parent' using errcode = 'LG001';
        end if;
      end if;$lookup$, col, parent_table,
      case when in_both then ' and p.partnership_id = new.partnership_id' else '' end);
    columns := columns || format(', new.%I', col);
    watched := watched || format(', %I', col);
    if in_both and watched !~ '\mpartnership_id\M' then watched := watched || ', partnership_id'; end if;
  end loop;
  execute format($function$
    create function %1$I() returns trigger language plpgsql as $guard$
    declare parent_audience uuid;
    begin
      if num_nonnulls(%2$s) = 0 then
        raise 'without a parent' using errcode = 'LG001';
      end if;%3$s
      if tg_op = 'UPDATE' and new.audience_id <> old.audience_id then
        if holds(new.audience_id, old.audience_id) is not true then
          raise 'audiences only widen' using errcode = 'LG002';
        elsif current_setting('langar.releasing') <> new.audience_id::text then
          raise 'only a release widens' using errcode = 'LG003';
        end if;
      end if;
      return new;
    end $guard$ $function$, 'guard_' || t, substr(columns, 3), looked_up);
  execute format('create trigger guard before insert or update of %s on %s
    for each row execute function %I()', watched, t, 'guard_' || t);
end $$;

-- Release the parent first, then what goes with it.
create function release_into(target uuid) returns void language plpgsql as $$ begin
  if not exists (select from audiences n where holds(target, n.id) and target <> n.id
      and n.id = any (viewer_write_audiences())) then
    raise 'nothing to release into it' using errcode = 'LG003';
  end if;
  perform set_config('langar.releasing', target::text, true),
    set_config('langar.write_audiences', (viewer_write_audiences() || target)::text, true);
end $$;

-- A registry, and the audiences of a partnership, before its row can exist. The admin may go on to
-- write what is public and shared, and reads neither side's own.
create function open_registry(country uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into audiences (id, kind, country_id)
  select country, 'registry', country where common() = any (viewer_write_audiences());
$$;
create function open_partnership(partnership uuid, one uuid, other uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  with made as (
    insert into audiences (id, kind, partnership_id, country_id)
    select id, kind, partnership, country from (values (partnership, 'public', null),
      (gen_random_uuid(), 'shared', null), (gen_random_uuid(), 'side', one),
      (gen_random_uuid(), 'side', other)) new (id, kind, country)
    where common() = any (viewer_write_audiences()) returning id, kind),
  opened as (select array_agg(id) as ids from made where kind <> 'side')
  select set_config('langar.audiences', (viewer_audiences() || ids)::text, true),
    set_config('langar.write_audiences', (viewer_write_audiences() || ids)::text, true) from opened;
$$;

grant execute on function common, view_as, act_as, viewer_person, viewer_audiences,
  viewer_write_audiences, holds, release_into, open_registry, open_partnership to langar_app;
