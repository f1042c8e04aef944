-- Which accounts one click opens. Only a demo database has this function: on any other server there
-- is nothing that the program could call.
create function demo_accounts() returns table (post uuid, person uuid, side text, role text, title jsonb,
    organisation jsonb, open_milestones int, direction jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select po.id, a.person_id, c.code, g.role, po.title, o.name, due.size,
    (select d.title from milestones m join directions d on d.id = m.direction_id
     where g.role = 'official' and m.organisation_id = o.id and m.status not in ('completed', 'cancelled')
     order by d.position limit 1)
  from grants g join posts po on po.id = g.post_id join organisations o on o.id = po.organisation_id
  join appointments a on a.post_id = po.id and a.to_on is null
  join people p on p.id = a.person_id and p.deactivated_at is null
  join countries c on c.id = g.country_id
  cross join lateral (select count(*)::int as size from milestones m
    where m.organisation_id = o.id and m.status not in ('completed', 'cancelled')) due
  where g.ended_at is null and p.email like '%@example.org'
  order by c.code desc, array_position(array['staff', 'official', 'observer', 'side_admin', 'admin'], g.role),
    due.size desc, po.id;
$$;
grant execute on function demo_accounts to langar_app;
