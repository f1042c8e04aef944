-- What the rules forbid, the database refuses; then each table goes behind the wall. Text and CHECK,
-- never an enum: its operators cannot use an index behind a policy. audience_id is in an index only
-- as INCLUDE, and has no foreign key: CHECK and guard lead each one back to its partnership, and
-- every insert would share-lock the same row. Versions are random: a number that crossed over with a
-- release would tell how often the hidden record was edited.

-- A date that was announced as "II quarter 2026" is kept as its last day, with its precision.
create function is_last_day(day date, precise text) returns boolean language sql immutable return
  case precise
    when 'day' then true
    when 'month' then day = (date_trunc('month', day) + interval '1 month - 1 day')::date
    when 'quarter' then day = (date_trunc('quarter', day) + interval '3 months - 1 day')::date
    when 'half' then to_char(day, 'MM-DD') in ('06-30', '12-31')
    when 'year' then to_char(day, 'MM-DD') = '12-31'
    else precise is null and day is null
  end;

-- A text in each of several languages: one at least authentic, each translation of another one.
create function is_texts(texts jsonb) returns boolean language sql immutable return
  texts is null or jsonb_typeof(texts) = 'object' and texts <> '{}' and not exists (
    select from jsonb_each(texts) t where not coalesce(
      t.key ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and btrim(t.value ->> 'text') <> '' and (
        t.value ->> 'standing' = 'authentic' or t.value ->> 'standing' = 'translation'
        and texts ? (t.value ->> 'of') and t.value ->> 'of' <> t.key
        and length(t.value ->> 'ofHash') = 32 and t.value ? 'official'), false));

-- The text for a reader: in his language, else the authentic one. A translation whose source has
-- changed since is stale.
create function text_in(texts jsonb, language text) returns jsonb
  language sql immutable parallel safe return (
  select jsonb_build_object('text', t.value ->> 'text', 'language', t.key,
    'standing', t.value ->> 'standing',
    'official', coalesce((t.value ->> 'official')::boolean, true),
    'stale', coalesce(t.value ->> 'ofHash' <> md5(texts -> (t.value ->> 'of') ->> 'text'), false))
  from jsonb_each(texts) t
  order by t.key = language desc, t.value ->> 'standing' = 'authentic' desc, t.key = 'en' desc, t.key
  limit 1);
grant execute on function is_last_day, is_texts, text_in to langar_app;

do $$ declare col record; begin
  for col in select table_name as t, column_name as c,
      regexp_replace(column_name, 'precision$', 'on') as day
    from information_schema.columns
    where table_schema = 'public' and column_name ~ '_precision$'
  loop
    execute format('alter table %I add check (is_last_day(%I, %I))', col.t, col.day, col.c);
  end loop;
  for col in select table_name as t, column_name as c from information_schema.columns
    where table_schema = 'public' and data_type = 'jsonb' and column_name <> 'citations'
  loop
    execute format('alter table %I add check (is_texts(%I))', col.t, col.c);
  end loop;
  for col in select table_name as t, column_name as c from information_schema.columns
    where table_schema = 'public' and column_name = 'currency'
  loop
    execute format($check$alter table %I add check (currency ~ '^[A-Z]{3}$')$check$, col.t);
  end loop;
  for col in select table_name as t, column_name as c from information_schema.columns
    where table_schema = 'public' and column_name = 'code' and table_name not in ('directions')
  loop
    execute format($check$alter table %I add check (code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$')$check$, col.t);
  end loop;
  for col in select table_name as t, column_name as c from information_schema.columns
    where table_schema = 'public' and column_name in ('kind', 'role', 'instrument', 'mode')
      and table_name not in ('audiences', 'changes', 'reported_values')
  loop
    execute format($check$alter table %I add check (%I ~ '^[a-z]+(_[a-z]+)*$')$check$, col.t, col.c);
  end loop;
  for col in select table_name as t from information_schema.columns
    where table_schema = 'public' and column_name = 'position' and data_type = 'integer'
  loop
    execute format('alter table %I add check ("position" >= 0)', col.t);
  end loop;
end $$;

-- ---- countries, organisations, people

alter table countries
  add check (audience_id = common()),
  add check (code ~ '^[A-Z]{2}$'), add check (code3 ~ '^[A-Z]{3}$'),
  add check (numeric_code ~ '^[0-9]{3}$'), add check (cardinality(languages) > 0);
call protect('countries', 'select, insert, update');

alter table calendar_days
  add check (audience_id = common()),
  add check (kind in ('holiday', 'substitute', 'election', 'temporary', 'additional', 'working', 'none')),
  add check (standing in ('expected', 'confirmed')),
  add check (jsonb_typeof(citations) = 'array');
-- Two holidays may fall on one day: in Korea Children's Day and Buddha's Birthday of 2025.
create unique index calendar_days_one_of_a_name on calendar_days (country_id, day, kind, basis, name);
call protect('calendar_days', 'select, insert, update');

alter table organisations
  add check (audience_id = common()),
  add check (joint_country_id is null or country_id is not null and country_id <> joint_country_id),
  add check (iati_type ~ '^[0-9]{2}$');
call protect('organisations', 'select, insert, update');

alter table people
  add check (audience_id = country_id), add check (btrim(name) <> ''),
  add check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$');
call protect('people', 'select, insert, update');

alter table posts add check (audience_id = common());
call protect('posts', 'select, insert, update');

-- With the country in the keys no side's admin reaches another side's posts or people.
alter table appointments add check (audience_id = country_id), add check (to_on >= from_on);
create index on appointments (person_id);
create index on appointments (post_id);
call protect('appointments', 'select, insert, update');

alter table grants
  add check (audience_id = country_id), add check ((partnership_id is null) = (role = 'admin')),
  add check (role in ('official', 'staff', 'observer', 'inside_observer', 'side_admin', 'admin'));
create unique index on grants (post_id, role, partnership_id) nulls not distinct where ended_at is null;
call protect('grants', 'select, insert, update');

-- ---- partnerships

alter table partnerships
  add check (audience_id = id), add check (code ~ '^[A-Z]{2}-[A-Z]{2}$'),
  add check (ends_on > starts_on), add check (cardinality(languages) > 0),
  add foreign key (audience_id) references audiences;
call protect('partnerships', 'select, insert, update');

alter table sides add check (audience_id = partnership_id), add check (position in (1, 2));
call protect('sides', 'select, insert, update');

alter table landmarks add check (audience_id = partnership_id);
call protect('landmarks', 'select, insert, update');

alter table caveats add check (audience_id = partnership_id);
call protect('caveats', 'select, insert, update');

alter table directions
  add check (audience_id = partnership_id), add check (code ~ '^[A-Z]{2}$');
call protect('directions', 'select, insert, update');

-- ---- agreements, meetings

alter table agreements
  add check (expires_on >= in_force_on), add check (in_force_on >= signed_on or signed_precision <> 'day');
call guard('agreements', 'partnership_id > partnerships');
call protect('agreements', 'select, insert, update');

call guard('agreement_directions', 'agreement_id > agreements', 'direction_id > directions');
call protect('agreement_directions', 'select, insert');

call guard('meeting_series', 'partnership_id > partnerships');
call protect('meeting_series', 'select, insert, update');

alter table meetings
  add check (status in ('planned', 'held')), add check (ends_on >= held_on or held_precision <> 'day');
call guard('meetings', 'partnership_id > partnerships', 'series_id > meeting_series');
call protect('meetings', 'select, insert, update');

-- ---- initiatives

alter table initiatives
  add check (stages <@ array['exploration', 'mining', 'concentration', 'refining', 'materials',
    'finished_goods']),
  add check (standing in ('announced', 'agreed', 'in_preparation', 'in_progress', 'stalled', 'completed',
    'superseded', 'cancelled', 'no_evidence')),
  add unique (id, direction_id);
call guard('initiatives', 'direction_id > directions');
call protect('initiatives', 'select, insert, update');

call guard('initiative_directions', 'initiative_id > initiatives', 'direction_id > directions');
call protect('initiative_directions', 'select, insert');

alter table initiative_bodies
  add check (role in ('lead', 'partner')), add check (role = 'lead' or country_id is null);
call guard('initiative_bodies', 'initiative_id > initiatives', 'organisation_id > organisations');
call protect('initiative_bodies', 'select, insert');

call guard('initiative_agreements', 'initiative_id > initiatives', 'agreement_id > agreements');
call protect('initiative_agreements', 'select, insert');

call guard('decisions', 'meeting_id > meetings', 'initiative_id > initiatives');
call protect('decisions', 'select, insert, update');

call guard('decision_directions', 'decision_id > decisions', 'direction_id > directions');
call protect('decision_directions', 'select, insert');

call guard('decision_bodies', 'decision_id > decisions', 'organisation_id > organisations');
call protect('decision_bodies', 'select, insert');

-- ---- milestones

alter table milestones
  add check (status in
    ('planned', 'in_progress', 'blocked', 'claimed', 'completed', 'disputed', 'cancelled')),
  add check ((status = 'cancelled') = (status_before is not null)),
  add check (status_before in ('planned', 'in_progress', 'blocked', 'claimed', 'disputed')),
  add check (percent between 0 and 100), add check (weight between 1 and 1000),
  add check (status <> 'blocked' or coalesce(btrim(block_words), '') <> '' and block_cause is not null),
  add check (block_cause in ('financing', 'permit', 'procurement', 'other_side', 'other_milestone',
    'legislation', 'force_majeure', 'other')),
  add check (baseline_on is not null or due_on is null),
  add check (completed_on is null or status = 'completed'),
  add check (not one_key or status = 'completed'),
  add foreign key (initiative_id, direction_id) references initiatives (id, direction_id);
create index milestones_board on milestones (partnership_id, status, due_on, code) include (audience_id)
  where archived_at is null;
create index milestones_board_of_direction on milestones (partnership_id, direction_id, status, due_on, code)
  include (audience_id) where archived_at is null;
create index milestones_by_body on milestones (organisation_id, due_on, code) include (audience_id)
  where archived_at is null and status not in ('completed', 'cancelled');
create index milestones_open on milestones (partnership_id, due_on) include (audience_id, status, direction_id)
  where archived_at is null and status not in ('completed', 'cancelled');
call guard('milestones', 'initiative_id > initiatives');
call protect('milestones', 'select, insert, update');

-- What a milestone waits for, directly or not, never waits for the milestone itself.
alter table milestone_dependencies add check (milestone_id <> waits_for_id);
create function refuse_circle() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$ begin
  if exists (
    with recursive awaited (id) as (select new.waits_for_id union
      select d.waits_for_id from milestone_dependencies d join awaited a on d.milestone_id = a.id)
    select from awaited where id = new.milestone_id)
  then
    raise 'a circle of dependencies' using errcode = 'LG004';
  end if;
  return new;
end $$;
create trigger refuse_circle before insert on milestone_dependencies
  for each row execute function refuse_circle();
call guard('milestone_dependencies', 'milestone_id > milestones', 'waits_for_id > milestones');
call protect('milestone_dependencies', 'select, insert');

call protect('milestone_tallies', 'select');

-- Called by seal() alone, under the head's lock. An archived milestone is in no tally.
create function move_tallies(sealed uuid, audience uuid) returns void language sql as $$
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
$$;

alter table confirmations
  add check (verdict in ('confirmed', 'disputed', 'withdrawn')),
  add check (verdict = 'confirmed' or post_id is null or coalesce(btrim(reason), '') <> '');
create unique index confirmations_one_standing_per_side on confirmations (milestone_id, country_id)
  include (verdict, audience_id) where replaced_at is null;
call guard('confirmations', 'milestone_id > milestones');
call protect('confirmations', 'select, insert, update (audience_id, replaced_at)');

alter table due_date_changes
  add check (kind in ('moved', 'refined', 'restated')),
  add check (state in ('asked', 'put', 'agreed', 'refused')),
  add check (days is not distinct from to_on - from_on),
  add check (cause in ('financing', 'permit', 'procurement', 'other_side', 'other_milestone',
    'legislation', 'force_majeure', 'scope', 'other'));
create unique index due_date_changes_one_open on due_date_changes (milestone_id)
  where state in ('asked', 'put');
call guard('due_date_changes', 'milestone_id > milestones', 'meeting_id > meetings',
  'because_of_id > milestones');
call protect('due_date_changes',
  'select, insert, update (audience_id, state, agreed_post_id, agreed_at)');

alter table releases
  add check (from_kind in ('side', 'shared')), add check (to_kind in ('shared', 'public')),
  add check (num_nonnulls(initiative_id, milestone_id, agreement_id) = 1), add check (btrim(reason) <> '');
call guard('releases', 'initiative_id > initiatives', 'milestone_id > milestones',
  'agreement_id > agreements');
call protect('releases', 'select, insert');

alter table signatures
  add check (num_nonnulls(confirmation_id, due_date_change_id, release_id) = 1);
call guard('signatures', 'confirmation_id > confirmations', 'due_date_change_id > due_date_changes',
  'release_id > releases');
call protect('signatures', 'select, insert');

alter table code_aliases add check (num_nonnulls(initiative_id, milestone_id) = 1);
call guard('code_aliases', 'initiative_id > initiatives', 'milestone_id > milestones');
call protect('code_aliases', 'select, insert');

-- ---- progress reports

alter table acceptance_steps add check (position between 1 and 5);
create unique index on acceptance_steps (partnership_id, country_id, position) where ended_at is null;
call guard('acceptance_steps', 'partnership_id > partnerships');
call protect('acceptance_steps', 'select, insert, update (ended_at)');

alter table progress_reports
  add check (percent between 0 and 100), add check (btrim(narrative) <> ''),
  add check (state in ('submitted', 'accepted', 'returned')),
  add check ((state = 'submitted') = (decided_at is null));
create index progress_reports_waiting on progress_reports (partnership_id, submitted_at)
  include (audience_id) where state = 'submitted';
call guard('progress_reports', 'milestone_id > milestones');
call protect('progress_reports', 'select, insert, update (audience_id, state, decided_at)');

alter table report_chains add check (position between 1 and 5);
call guard('report_chains', 'report_id > progress_reports');
call protect('report_chains', 'select, insert');

-- One step a person; the sender's is the first.
alter table report_steps
  add check (act in ('sent', 'accepted', 'returned')), add check ((act = 'sent') = (position = 0)),
  add check ((reason is not null) = (act = 'returned')), add check (btrim(reason) <> '');
call guard('report_steps', 'report_id > progress_reports');
call protect('report_steps', 'select, insert');

alter table evidence
  add check (kind in ('file', 'link')), add check (btrim(name) <> ''),
  add check ((kind = 'file') = (sha256 is not null)), add check ((kind = 'link') = (url is not null)),
  add check (length(sha256) = 32), add check (num_nulls(sha256, size, media_type) in (0, 3)),
  add check (url ~ '^https?://');
call guard('evidence', 'report_id > progress_reports');
call protect('evidence', 'select, insert, update (audience_id)');

alter table files add check (length(sha256) = 32), add check (size > 0);
call protect_own('files', 'select, insert');

-- ---- what sources reported

alter table sources add check (url ~ '^https?://');
call guard('sources', 'partnership_id > partnerships');
call protect('sources', 'select, insert, update');

call guard('reported_facts', 'partnership_id > partnerships', 'initiative_id > initiatives',
  'milestone_id > milestones');
call protect('reported_facts', 'select, insert, update');

alter table open_points add check (status in ('open', 'eased', 'resolved'));
call guard('open_points', 'partnership_id > partnerships', 'initiative_id > initiatives');
call protect('open_points', 'select, insert, update');

alter table reported_values
  add check (num_nonnulls(initiative_id, milestone_id) = 1), add check (about in ('value', 'due')),
  add check ((about = 'value') = (amount is not null)), add check ((amount is null) = (currency is null)),
  add check ((about = 'due') = (dated_on is not null));
create unique index on reported_values (initiative_id, milestone_id, about) nulls not distinct where counts;
call guard('reported_values', 'initiative_id > initiatives', 'milestone_id > milestones');
call protect('reported_values', 'select, insert, update');

call guard('indicators', 'direction_id > directions', 'initiative_id > initiatives');
call protect('indicators', 'select, insert, update');

alter table measurements add check (role in ('baseline', 'target', 'actual'));
create unique index on measurements (indicator_id) where role = 'baseline';
call guard('measurements', 'indicator_id > indicators');
call protect('measurements', 'select, insert');

alter table finance_records
  add check (transaction_type in ('2', '3')), add check (amount >= 0),
  add check (num_nonnulls(provider_id, provider_country_id) < 2),
  add check (num_nonnulls(receiver_id, receiver_country_id) < 2),
  add check (transaction_type is null or num_nonnulls(provider_id, provider_country_id) = 1
    and num_nonnulls(receiver_id, receiver_country_id) = 1);
call guard('finance_records', 'partnership_id > partnerships', 'initiative_id > initiatives');
call protect('finance_records', 'select, insert, update');

alter table trade_figures
  add check (ends_on >= starts_on), add check (flow in ('turnover', 'export', 'import')),
  add check ((value is null) = (currency is null)),
  add check (num_nonnulls(from_country_id, to_country_id) in (0, 2)),
  add check (value >= 0);
call guard('trade_figures', 'partnership_id > partnerships');
call protect('trade_figures', 'select, insert, update');

call guard('contradictions', 'partnership_id > partnerships', 'agreement_id > agreements',
  'initiative_id > initiatives', 'indicator_id > indicators', 'trade_figure_id > trade_figures');
call protect('contradictions', 'select, insert, update');

create unique index on contradiction_versions (contradiction_id) where counts;
call guard('contradiction_versions', 'contradiction_id > contradictions');
call protect('contradiction_versions', 'select, insert, update');

alter table citations add check (num_nonnulls(organisation_id, nullif(partnership_cited, false),
  direction_id, landmark_id, series_id, agreement_id, initiative_id, milestone_id, due_date_change_id,
  fact_id, open_point_id, contradiction_id, value_id, indicator_id, measurement_id, finance_record_id,
  meeting_id, trade_figure_id) = 1);
call guard('citations', 'source_id > sources', 'organisation_id > organisations',
  'direction_id > directions', 'landmark_id > landmarks', 'series_id > meeting_series',
  'agreement_id > agreements', 'initiative_id > initiatives', 'milestone_id > milestones',
  'due_date_change_id > due_date_changes', 'fact_id > reported_facts', 'open_point_id > open_points',
  'contradiction_id > contradictions', 'value_id > reported_values', 'indicator_id > indicators',
  'measurement_id > measurements', 'finance_record_id > finance_records', 'meeting_id > meetings',
  'trade_figure_id > trade_figures');
call protect('citations', 'select, insert');

-- ---- what a person sent and was answered

call protect_own('answers', 'select, insert');
call protect_own('attempts', 'select, insert, delete');

call protect('audiences', 'select', 'id');
call protect('heads', 'select');
call protect('events', 'select');
call protect('changes', 'select');
