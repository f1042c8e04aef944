-- What belongs to a record goes along when it is released, as far as its other end is seen there, too.
grant update (audience_id) on initiative_bodies, initiative_directions, initiative_agreements, milestone_dependencies,
  citations to langar_app;

-- A released record has a code of the series; the former one, which only its side knows, leads to it.
create function milestone_coded(asked text) returns uuid language sql stable parallel safe return coalesce(
  (select id from milestones where code = asked), (select milestone_id from code_aliases where code = asked));
create function initiative_coded(asked text) returns uuid language sql stable parallel safe return coalesce(
  (select id from initiatives where code = asked), (select initiative_id from code_aliases where code = asked));
grant execute on function milestone_coded, initiative_coded to langar_app;
