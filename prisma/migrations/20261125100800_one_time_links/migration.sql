-- A link that nobody has used yet, and that has not expired; of any other there is nothing, whether it
-- was used or never was.
create function private.live_link(token bytea)
  returns table (person_id uuid, name text, email text, issued_at timestamptz)
  language sql stable as $$
  select p.id, p.name, p.email, l.issued_at from one_time_links l join people p on p.id = l.person_id
  where l.token_hash = sha256(token) and now() < l.until and p.deactivated_at is null
    and not exists (select from private.credentials c
      where c.person_id = p.id and c.set_at >= l.issued_at);
$$;

-- Whose password its holder may choose: who has the link could set it, and sees no more than that.
create function holder_of_link(token bytea) returns table (name text, email text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select name, email from private.live_link(token);
$$;

-- Of two at once with the same link the second waits, and then finds it used.
create or replace function set_credential(token bytea, new_hash text) returns boolean
  language sql security definer set search_path = public, pg_temp as $$
  with spent as (
    insert into private.credentials as c
    select person_id, new_hash, clock_timestamp() from private.live_link(token)
    on conflict (person_id) do update
      set password_hash = excluded.password_hash, set_at = excluded.set_at
      where c.set_at < (select l.issued_at from one_time_links l where l.token_hash = sha256(token))
    returning person_id),
  ended as (delete from private.sessions where person_id in (select person_id from spent))
  select exists (select from spent);
$$;

grant execute on function holder_of_link to langar_app;
