-- What an initiative or a milestone has in lists (its bodies, agreements, what it waits for) can be taken off them: such a row
-- says only that two records belong together, so a state of its own would be one more thing that every reader must not
-- forget. Nothing is lost: the ledger keeps what was deleted.
grant delete on initiative_bodies, initiative_agreements, milestone_dependencies to langar_app;

-- The wall asks whether a row may be written of the new row alone; of one that goes there is none.
create function ask_before_removal() returns trigger language plpgsql as $$ begin
  if old.audience_id <> all (viewer_write_audiences()) then
    raise 'not to be written' using errcode = '42501';
  end if;
  return old;
end $$;
create trigger ask_before_removal before delete on initiative_bodies
  for each row when (current_user = 'langar_app') execute function ask_before_removal();
create trigger ask_before_removal before delete on initiative_agreements
  for each row when (current_user = 'langar_app') execute function ask_before_removal();
create trigger ask_before_removal before delete on milestone_dependencies
  for each row when (current_user = 'langar_app') execute function ask_before_removal();

-- A circle is looked for as the viewer, behind the wall: a refusal because of what one side keeps to itself would tell the
-- other. One at a time, for of two at once each would find the half of a circle.
create or replace function refuse_circle() returns trigger language plpgsql as $$ begin
  perform pg_advisory_xact_lock(hashtext('milestone_dependencies'));
  if exists (
    with recursive awaited (id) as (select new.waits_for_id union
      select d.waits_for_id from milestone_dependencies d join awaited a on d.milestone_id = a.id)
    select from awaited where id = new.milestone_id)
  then
    raise 'a circle of dependencies' using errcode = 'LG004';
  end if;
  return new;
end $$;

-- The list of initiatives, in the order of their codes.
create index initiatives_listed on initiatives (partnership_id, code collate "C")
  include (audience_id, direction_id, standing) where archived_at is null;
