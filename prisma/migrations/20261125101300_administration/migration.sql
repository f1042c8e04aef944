-- What the admin of a side needs.

-- His lists are searched as people type, in the rows that he sees.
grant execute on function fold, latin, lines_of, pattern to langar_app;

-- A side's chain of acceptance steps is its own, and its admin reads nothing of a side's own: so he has two functions for
-- exactly this chain. The country whose side in the partnership the viewer administers today; null when it is none.
create function private.administered(of_partnership uuid) returns uuid language sql stable as $$
  select p.country_id from people p
  join appointments a on a.person_id = p.id
    and (now() at time zone 'UTC')::date between a.from_on and coalesce(a.to_on, 'infinity')
  join grants g on g.post_id = a.post_id and g.ended_at is null
    and g.partnership_id = of_partnership and g.role = 'side_admin'
  join posts po on po.id = g.post_id and po.archived_at is null
  where p.id = viewer_person() and p.deactivated_at is null limit 1;
$$;

create function acceptance_chain(of_partnership uuid) returns table (id uuid, "position" int, post_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.position, s.post_id from acceptance_steps s
  where s.partnership_id = of_partnership and s.country_id = private.administered(of_partnership)
    and s.ended_at is null
  order by s.position;
$$;

-- A null is a step for any staff of the side; a post is one of the side's own that acts in the partnership, for nobody
-- else sees a report. False: it was none of these, and nothing was changed.
create function set_acceptance_chain(of_partnership uuid, step_posts uuid[]) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare home uuid := private.administered(of_partnership);
begin
  if home is null or cardinality(step_posts) not between 1 and 5 or exists (
    select from unnest(step_posts) step (post) where step.post is not null and not exists (
      select from posts po join grants g on g.post_id = po.id and g.ended_at is null
      where po.id = step.post and po.country_id = home and po.archived_at is null
        and g.partnership_id = of_partnership and g.role in ('official', 'staff')))
  then
    return false;
  end if;
  update acceptance_steps set ended_at = now()
    where partnership_id = of_partnership and country_id = home and ended_at is null;
  insert into acceptance_steps (id, audience_id, partnership_id, country_id, "position", post_id)
    select gen_random_uuid(), a.id, of_partnership, home, step.at, step.post
    from unnest(step_posts) with ordinality step (post, at)
    join audiences a on a.partnership_id = of_partnership and a.country_id = home and a.kind = 'side';
  return true;
end $$;
grant execute on function acceptance_chain, set_acceptance_chain to langar_app;

-- The newest events of an audience, of all acts and of one.
create index events_latest on events (audience_id, at, seq);
create index events_of_act on events (audience_id, name, at, seq);
