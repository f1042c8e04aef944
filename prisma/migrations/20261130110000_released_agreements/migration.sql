-- An agreement of one side alone is released like its initiatives and milestones: it gets a code of the series, the former one
-- leads its side on, and its directions go along.
alter table code_aliases
  add column agreement_id uuid references agreements on delete restrict on update restrict,
  drop constraint code_aliases_check,
  add check (num_nonnulls(initiative_id, milestone_id, agreement_id) = 1);
drop trigger guard on code_aliases;
drop function guard_code_aliases();
call guard('code_aliases', 'initiative_id > initiatives', 'milestone_id > milestones', 'agreement_id > agreements');

grant update (audience_id) on agreement_directions to langar_app;

create function agreement_coded(asked text) returns uuid language sql stable parallel safe return coalesce(
  (select id from agreements where code = asked), (select agreement_id from code_aliases where code = asked));
grant execute on function agreement_coded to langar_app;
