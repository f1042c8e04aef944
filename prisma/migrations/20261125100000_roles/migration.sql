-- The owner runs the migrations; the application runs as langar_app, which owns nothing, has no
-- login of its own and cannot pass the wall. Pools connect with: options '-c role=langar_app'.
do $$ begin
  if not exists (select from pg_roles where rolname = 'langar_app') then
    create role langar_app nologin;
  end if;
  -- Unless an administrator has given it already: who may not hand it on, may not give it to himself.
  if not pg_has_role('langar_app', case when current_setting('server_version_num')::int >= 160000
      then 'set' else 'member' end) then
    if current_setting('server_version_num')::int >= 160000 then
      execute format('grant langar_app to %I with set true, inherit false', current_user);
    else
      execute format('grant langar_app to %I', current_user);
    end if;
  end if;
  execute format('revoke all on database %I from public', current_database());
end $$;

-- Before the first function, and for all schemas: a default given to PUBLIC cannot be taken back
-- for a single schema.
alter default privileges revoke execute on functions from public;
revoke all on schema public from public;
grant usage on schema public to langar_app;

-- The audience of what the whole installation knows; named by the defaults of the tables to come.
create function common() returns uuid language sql immutable parallel safe
  return '00000000-0000-4000-8000-000000000001'::uuid;
