-- A board with rows read all milestones of its partnership to show the first of each cell. Now each cell is looked for in an
-- index that leads to its first ones: for directions there is one, here are those for bodies and for sides. What has no body or
-- is of both sides has its own, for none is no value by which the others are ordered.
drop index milestones_of_body;
create index milestones_of_body on milestones (partnership_id, organisation_id, status, due_on, code) include (audience_id)
  where archived_at is null;
create index milestones_of_no_body on milestones (partnership_id, status, due_on, code) include (audience_id)
  where archived_at is null and organisation_id is null;
create index milestones_of_side on milestones (partnership_id, country_id, status, due_on, code) include (audience_id)
  where archived_at is null;
create index milestones_of_both_sides on milestones (partnership_id, status, due_on, code) include (audience_id)
  where archived_at is null and country_id is null;
