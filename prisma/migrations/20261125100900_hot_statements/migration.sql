-- What is asked often, held by tests/plans.test.ts.

-- Late milestones are counted from the index alone: it has every column that the formula names.
drop index milestones_open;
create index milestones_open on milestones (partnership_id, due_on)
  include (audience_id, status, direction_id, country_id, organisation_id, percent, started_on, accepted_on, fact_on)
  where archived_at is null and status not in ('completed', 'cancelled');

-- Whether a body answers for any milestone of a partnership.
create index milestones_of_body on milestones (partnership_id, organisation_id) include (audience_id)
  where archived_at is null;

-- Those that may wait for a key; the frame around every page counts them.
create index milestones_at_a_key on milestones (partnership_id) include (audience_id)
  where archived_at is null and (status in ('claimed', 'disputed') or status = 'in_progress' and percent = 100);
