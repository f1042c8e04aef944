-- Asked by triggers for each row that is written, and by seal() for each audience: in PL/pgSQL, which keeps its plans for
-- the connection, while a function in SQL is planned anew.

create or replace function holds(wide uuid, narrow uuid) returns boolean language plpgsql stable as $$ begin
  return wide = narrow or exists (
    select from audiences w, audiences n where w.id = wide and n.id = narrow and (
      w.kind = 'common' or w.partnership_id = n.partnership_id and
      (w.kind, n.kind) in (('public', 'shared'), ('public', 'side'), ('shared', 'side'))));
end $$;

create or replace function content_of(e events) returns bytea language plpgsql stable as $$ begin
  return convert_to(concat(concat_ws(e'\t', e.audience_id, e.seq, e.command, e.name, e.post_id,
      coalesce(e.person_id::text, ''), extract(epoch from e.at)), e'\n', (
    select string_agg(concat(concat_ws(e'\t', c.n, c.kind, c.record_table, c.record_id,
      coalesce(c.before, ''), coalesce(c.after, '')), e'\n'), '' order by c.n)
    from changes c where c.command = e.command and c.audience_id = e.audience_id)), 'UTF8');
end $$;

create or replace function move_tallies(sealed uuid, audience uuid) returns void language plpgsql as $$ begin
  insert into milestone_tallies (audience_id, direction_id, status, size)
  select audience, (state.milestone ->> 'direction_id')::uuid, state.milestone ->> 'status',
    sum(state.step)
  from changes c cross join lateral
    (values (c.before::jsonb, -1), (c.after::jsonb, 1)) state (milestone, step)
  where c.command = sealed and c.audience_id = audience and c.record_table = 'milestones'
    and state.milestone is not null and state.milestone ->> 'archived_at' is null
  group by 2, 3 having sum(state.step) <> 0
  on conflict (audience_id, direction_id, status)
    do update set size = milestone_tallies.size + excluded.size;
end $$;
