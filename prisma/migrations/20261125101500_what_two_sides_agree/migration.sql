-- What one side asks of the other about a milestone: another date, that it is cancelled or restored.

create table status_changes (
  id uuid primary key,
  audience_id uuid not null references audiences on delete restrict on update restrict,
  partnership_id uuid not null references partnerships on delete restrict on update restrict,
  milestone_id uuid not null references milestones on delete restrict on update restrict,
  kind text not null,
  reason text not null,
  state text not null,
  asked_country_id uuid not null references countries on delete restrict on update restrict,
  asked_post_id uuid not null references posts on delete restrict on update restrict,
  asked_at timestamptz(3) not null,
  agreed_post_id uuid references posts on delete restrict on update restrict,
  agreed_at timestamptz(3),
  refused_post_id uuid references posts on delete restrict on update restrict,
  refused_at timestamptz(3),
  refusal text
);
create index on status_changes (milestone_id);

alter table due_date_changes
  add column asked_country_id uuid references countries on delete restrict on update restrict,
  add column refused_post_id uuid references posts on delete restrict on update restrict,
  add column refused_at timestamptz(3),
  add column refusal text;

alter table signatures
  add column status_change_id uuid references status_changes on delete restrict on update restrict,
  add column act text,
  drop constraint signatures_check,
  add check (num_nonnulls(confirmation_id, due_date_change_id, status_change_id, release_id) = 1),
  add check (act in ('asked', 'put', 'agreed', 'refused', 'withdrawn'));
create index on signatures (status_change_id);
drop trigger guard on signatures;
drop function guard_signatures();
call guard('signatures', 'confirmation_id > confirmations', 'due_date_change_id > due_date_changes',
  'status_change_id > status_changes', 'release_id > releases');

-- An agreed change that its side had made before the milestone was released stays with the side: for both, the date
-- with which it was released is the first one, and the sum of the agreed changes is current minus first.
alter table due_date_changes
  drop constraint due_date_changes_state_check,
  add check (state in ('asked', 'put', 'agreed', 'refused', 'withdrawn', 'before_release')),
  add check (state not in ('asked', 'put') or asked_country_id is not null),
  add check ((state = 'refused') = (coalesce(btrim(refusal), '') <> '') or asked_post_id is null);

alter table status_changes
  add check (kind in ('cancel', 'restore')), add check (btrim(reason) <> ''),
  add check (state in ('put', 'agreed', 'refused', 'withdrawn')),
  add check ((state = 'agreed') = (agreed_at is not null)),
  add check ((state = 'refused') = (coalesce(btrim(refusal), '') <> ''));

-- One open change a milestone, as far as a side can know: what the other one has asked for and not put must not be in
-- the way of anything.
drop index due_date_changes_one_open;
create unique index due_date_changes_one_asked on due_date_changes (milestone_id, asked_country_id)
  where state in ('asked', 'put');
create unique index due_date_changes_one_put on due_date_changes (milestone_id) where state = 'put';
create unique index status_changes_one_put on status_changes (milestone_id) where state = 'put';
create index due_date_changes_open on due_date_changes (partnership_id) include (audience_id)
  where state in ('asked', 'put');
create index status_changes_open on status_changes (partnership_id) include (audience_id) where state = 'put';

call guard('status_changes', 'milestone_id > milestones');
call protect('status_changes', 'select, insert,
  update (audience_id, state, agreed_post_id, agreed_at, refused_post_id, refused_at, refusal)');
-- What is put to the other side begins with that day, its place and the dates as both know them.
grant update (asked_at, position, kind, from_on, from_precision, days, refused_post_id, refused_at, refusal)
  on due_date_changes to langar_app;
