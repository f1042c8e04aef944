-- A board with rows read all milestones of its partnership to show the first of each cell. Now each cell is looked for: where
-- rows are bodies or sides, in these indexes, which lead to the first of each in a column.
drop index milestones_of_body;
create index milestones_of_body on milestones (partnership_id, organisation_id, status, due_on, code) include (audience_id)
  where archived_at is null;
create index milestones_of_side on milestones (partnership_id, country_id, status, due_on, code) include (audience_id)
  where archived_at is null;
