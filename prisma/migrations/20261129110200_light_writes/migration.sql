-- Nothing here says anything new: each function is what it was, made cheaper where every write asks for it.

-- A function in SQL is made ready for each statement that asks for it, one in PL/pgSQL once a connection. These two
-- stand in CHECKs.
create or replace function is_last_day(day date, precise text) returns boolean language plpgsql immutable as $$ begin
  return case precise
    when 'day' then true
    when 'month' then day = (date_trunc('month', day) + interval '1 month - 1 day')::date
    when 'quarter' then day = (date_trunc('quarter', day) + interval '3 months - 1 day')::date
    when 'half' then to_char(day, 'MM-DD') in ('06-30', '12-31')
    when 'year' then to_char(day, 'MM-DD') = '12-31'
    else precise is null and day is null
  end;
end $$;

create or replace function is_texts(texts jsonb) returns boolean language plpgsql immutable as $$ begin
  return texts is null or jsonb_typeof(texts) = 'object' and texts <> '{}' and not exists (
    select from jsonb_each(texts) t where not coalesce(
      t.key ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and btrim(t.value ->> 'text') <> '' and (
        t.value ->> 'standing' = 'authentic' or t.value ->> 'standing' = 'translation'
        and texts ? (t.value ->> 'of') and t.value ->> 'of' <> t.key
        and length(t.value ->> 'ofHash') = 32 and t.value ? 'official'), false));
end $$;

-- Opens every transaction. Audiences are kept as a text: so they are taken as one, and not made into uuids to be made into
-- a text again.
create function view_as(person uuid, post uuid, audiences text, write_audiences text)
  returns void language plpgsql as $$ begin
  perform set_config('langar.person', person::text, true),
    set_config('langar.post', post::text, true),
    set_config('langar.audiences', audiences, true),
    set_config('langar.write_audiences', write_audiences, true),
    set_config('langar.command', gen_random_uuid()::text, true),
    set_config('langar.releasing', '', true);
end $$;
create or replace function view_as(person uuid, post uuid, audiences uuid[], write_audiences uuid[])
  returns void language plpgsql as $$ begin
  perform view_as(person, post, audiences::text, write_audiences::text);
end $$;
grant execute on function view_as(uuid, uuid, text, text) to langar_app;

-- In one expression the two were planned anew at each call, as for the same audience there was nothing left to look up. And
-- it looks past the wall: both audiences are those of records that whoever asks has found or may write.
create or replace function holds(wide uuid, narrow uuid) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp as $$ begin
  if wide = narrow then
    return true;
  end if;
  return exists (
    select from audiences w, audiences n where w.id = wide and n.id = narrow and (
      w.kind = 'common' or w.partnership_id = n.partnership_id and
      (w.kind, n.kind) in (('public', 'shared'), ('public', 'side'), ('shared', 'side'))));
end $$;
