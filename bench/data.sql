-- Data of a chosen size, the same at every run: bench.size milestones in 50 partnerships, the largest with a fifth of them.
-- Run by data.ts as the owner, a step after another; a step begins with four dashes and what it makes, or with «meanwhile» if it
-- runs beside the one before it. What is random comes from hashes of running numbers; what happened happened before November 2026.

---- words and chance
create schema bench;

-- These functions stand in the statements themselves only where they say no more than is true: one that calls itself immutable
-- and uses what is stable is called for each row, as a query of its own.

-- From 0 to 1 for the n-th thing; each question about it has a name of its own.
create function bench.chance(n bigint, what text) returns double precision language sql immutable parallel safe
  return (hashint8extended(n, hashtext(what)) & 1048575)::double precision / 1048576::double precision;

create function bench.id(noun text, n bigint) returns uuid language sql immutable parallel safe return
  overlay(overlay(md5(noun || n::text) placing '8' from 13 for 1) placing '8' from 17 for 1)::uuid;

create function bench.pick(words text[], n bigint, what text) returns text language sql immutable parallel safe return
  words[1 + floor(bench.chance(n, what) * cardinality(words))::int];

-- English is authentic, Russian its translation.
create function bench.texts(en text, ru text) returns jsonb language sql stable parallel safe return jsonb_build_object(
  'en', jsonb_build_object('text', en, 'standing', 'authentic'), 'ru', jsonb_build_object('text', ru,
    'standing', 'translation', 'official', false, 'of', 'en', 'ofHash', md5(en)));

create function bench.last_day(day date, precise text) returns date language sql immutable parallel safe return case precise
  when 'month' then date_trunc('month', day::timestamp) + interval '1 month - 1 day'
  when 'quarter' then date_trunc('quarter', day::timestamp) + interval '3 months - 1 day' else day end::date;

create table bench.works (n int primary key, en text, ru text);
insert into bench.works values
  (1, 'Feasibility study', 'Технико-экономическое обоснование'), (2, 'Design documents', 'Проектная документация'),
  (3, 'Environmental review', 'Экологическая экспертиза'), (4, 'Land allotment', 'Отвод земельного участка'),
  (5, 'Financing agreement', 'Соглашение о финансировании'), (6, 'Supply contract', 'Договор поставки'),
  (7, 'Construction', 'Строительство'), (8, 'Installation of equipment', 'Монтаж оборудования'),
  (9, 'Training of specialists', 'Обучение специалистов'), (10, 'First batch', 'Первая партия');
create table bench.objects (n int primary key, code text, en text, ru text);
insert into bench.objects values
  (1, 'CM', 'tungsten plant', 'вольфрамовая фабрика'), (2, 'SC', 'semiconductor laboratory', 'лаборатория полупроводников'),
  (3, 'EN', 'solar park', 'солнечная электростанция'), (4, 'TR', 'railway junction', 'железнодорожный узел'),
  (5, 'HE', 'hospital', 'больница'), (6, 'ED', 'technical university', 'технический университет');

-- Four thousand places, each in both alphabets.
create table bench.places as
select row_number() over (order by a.n, b.n, c.n) as n, a.en || b.en || c.en as en, a.ru || b.ru || c.ru as ru
from unnest(array['Qora', 'Oq', 'Yangi', 'Katta', 'Kichik', 'Baland', 'Sariq', 'Kok', 'Qizil', 'Tosh', 'Temir', 'Oltin',
    'Kumush', 'Chuqur', 'Ming', 'Uzun'], array['Кора', 'Ак', 'Янги', 'Катта', 'Кичик', 'Баланд', 'Сарик', 'Кок', 'Кизил',
    'Таш', 'Темир', 'Алтын', 'Кумуш', 'Чукур', 'Минг', 'Узун']) with ordinality a (en, ru, n),
  unnest(array['ariq', 'bel', 'bogh', 'buloq', 'dala', 'darvoza', 'jar', 'kent', 'kol', 'koprik', 'mozor', 'qalqon', 'rabot',
    'soy', 'tepa', 'yer'], array['арык', 'бель', 'баг', 'булак', 'дала', 'дарваза', 'жар', 'кент', 'куль', 'купрюк', 'мазар',
    'калкан', 'рабат', 'сай', 'тепа', 'ер']) with ordinality b (en, ru, n),
  unnest(array['', 'obod', 'liq', 'chi', 'ghon', 'zor', 'iston', 'xona', 'dosh', 'kor', 'siz', 'cha', 'dor', 'xon', 'lar', 'mand'],
    array['', 'абад', 'лик', 'чи', 'гон', 'зар', 'истан', 'хана', 'даш', 'кар', 'сиз', 'ча', 'дар', 'хан', 'лар', 'манд'])
    with ordinality c (en, ru, n);
alter table bench.places add primary key (n);

---- triggers, foreign keys and indexes aside
-- What they would say is proved elsewhere and at the end: verify_ledger() finds nothing.
do $$ declare t regclass; begin
  for t in select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
    execute format('alter table %s disable trigger user', t);
  end loop;
end $$;

create table bench.aside (n serial, back text);
do $$
declare
  large regclass[] := array['initiatives', 'initiative_bodies', 'milestones', 'milestone_dependencies', 'due_date_changes', 'confirmations', 'signatures', 'progress_reports',
    'report_chains', 'report_steps', 'evidence', 'events', 'changes', 'private.searchables', 'private.words_of_records', 'private.codes_of_records',
    'private.words'];
  it record;
begin
  for it in
    select conrelid::regclass as t, conname as name, pg_get_constraintdef(oid) as said, contype from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace
      or contype in ('p', 'u') and conrelid = any (large::oid[])
    order by contype = 'f' desc
  loop
    insert into bench.aside (back) values (format('alter table %s add constraint %I %s', it.t, it.name, it.said));
    execute format('alter table %s drop constraint %I', it.t, it.name);
  end loop;
  for it in
    select i.indexrelid::regclass as name, pg_get_indexdef(i.indexrelid) as said from pg_index i
    where i.indrelid = any (large::oid[])
  loop
    insert into bench.aside (back) values (it.said);
    execute format('drop index %s', it.name);
  end loop;
end $$;

---- countries, partnerships and their people
insert into countries (id, code, code3, numeric_code, name, official_name, capital, time_zone, currency, languages, version)
select bench.id('country', n), code, code3, numeric_code, name, name, name, time_zone, currency, array['en', 'ru'],
  bench.id('country-version', n)
from json_to_recordset(current_setting('bench.countries')::json) c (n int, code text, code3 text, numeric_code text,
  name jsonb, time_zone text, currency text);

-- The first pair is the largest partnership. Initiatives are numbered through all of them.
create table bench.partnerships as
with paired as (
  select pair.n, one.code || '-' || other.code as code, one.id as one, other.id as other,
    case pair.n when 1 then 0.2 else 0.8 / pair.n / (select sum(1.0 / k) from generate_series(2, 50) k) end as share
  from json_to_recordset(current_setting('bench.pairs')::json) pair (n int, one text, other text)
  join countries one on one.code = pair.one join countries other on other.code = pair.other),
upto as (select *, sum(share) over (order by n) as share_upto from paired)
select *, bench.id('partnership', n) as id, bench.id('shared', n) as shared, bench.id('side', n * 2) as side_one,
  bench.id('side', n * 2 + 1) as side_other,
  1 + round((share_upto - share) * current_setting('bench.size')::int / 10)::int as first_initiative,
  round(share_upto * current_setting('bench.size')::int / 10)::int as last_initiative
from upto;

insert into audiences (id, kind, country_id) select id, 'registry', id from countries;
insert into audiences (id, kind, partnership_id, country_id)
select audience.* from bench.partnerships p cross join lateral (values (p.id, 'public', p.id, null::uuid),
  (p.shared, 'shared', p.id, null), (p.side_one, 'side', p.id, p.one), (p.side_other, 'side', p.id, p.other)) audience;
insert into heads (audience_id) select id from audiences on conflict do nothing;

-- Two dozen bodies a country.
insert into organisations (id, code, country_id, kind, iati_type, name, version)
select bench.id(c.code || '-body', b), c.code || '-BODY-' || b, c.id, 'ministry', '10',
  bench.texts(c.code || ' body ' || b || ' (' || o.en || ')', 'Ведомство ' || c.code || ' ' || b || ' (' || o.ru || ')'),
  bench.id(c.code || '-body-version', b)
from countries c cross join generate_series(1, 24) b join bench.objects o on o.n = 1 + b % 6;

insert into partnerships (id, audience_id, code, title, programme, starts_on, starts_precision, ends_on, ends_precision,
  languages, version)
select id, id, code, bench.texts('Partnership ' || code, 'Партнёрство ' || code),
  bench.texts('Roadmap of cooperation ' || code, 'Дорожная карта сотрудничества ' || code), '2024-06-14', 'day',
  '2029-06-14', 'day', array['en', 'ru'], bench.id('partnership-version', n)
from bench.partnerships;

-- Somebody for every role on each side. The official of body 24 has a few dozen milestones, as people have; that of body 23
-- is the writer, whose milestones wait for what the bench writes.
create table bench.sides as
select p.n * 2 + side.place as n, p.n as partnership_n, p.id as partnership, c.id as country, c.code, side.place, side.audience
from bench.partnerships p
cross join lateral (values (0, p.one, p.side_one), (1, p.other, p.side_other)) side (place, country, audience)
join countries c on c.id = side.country;
create table bench.people as
select s.partnership, s.country, s.n as side, w.who, w.role, bench.id(s.code || '-body', w.body) as organisation,
  bench.id('post', s.n * 10 + w.n) as post, bench.id('person', s.n * 10 + w.n) as person, s.n * 10 + w.n as n,
  initcap(w.who) || ' ' || p.code || ', ' || s.code as name,
  lower(w.who || '.' || p.code || '.' || s.code) || '@example.org' as email
from bench.sides s join bench.partnerships p on p.n = s.partnership_n
cross join (values (1, 'staff', 'staff', 1), (2, 'official', 'official', 24), (3, 'writer', 'official', 23),
  (4, 'observer', 'observer', 2), (5, 'inside-observer', 'inside_observer', 2), (6, 'side-admin', 'side_admin', 1),
  (7, 'admin', 'admin', 1)) w (n, who, role, body)
where w.role <> 'admin' or s.n = 2;
analyze bench.works, bench.objects, bench.places, bench.partnerships, bench.sides, bench.people;

insert into sides (id, audience_id, partnership_id, country_id, position, lead_organisation_id, staffed_at)
select bench.id('side-row', n), partnership, partnership, country, place + 1, bench.id(code || '-body', 1), '2024-06-14'
from bench.sides;
insert into acceptance_steps (id, audience_id, partnership_id, country_id, position)
select bench.id('step', n), audience, partnership, country, 1 from bench.sides;
insert into directions (id, audience_id, partnership_id, code, position, title, version)
select bench.id('direction', p.n * 10 + o.n), p.id, p.id, o.code, o.n, bench.texts('Direction: ' || o.en, 'Направление: ' || o.ru),
  bench.id('direction-version', p.n * 10 + o.n)
from bench.partnerships p cross join bench.objects o;
insert into posts (id, country_id, organisation_id, title, version)
select post, country, organisation, bench.texts(initcap(who), 'Должность: ' || who), bench.id('post-version', n) from bench.people;
insert into people (id, audience_id, country_id, name, email, version)
select person, country, country, name, email, bench.id('person-version', n) from bench.people;
insert into appointments (id, audience_id, country_id, post_id, person_id, from_on)
select bench.id('appointment', n), country, country, post, person, '2024-06-14' from bench.people;
insert into grants (id, audience_id, country_id, post_id, partnership_id, role)
select bench.id('grant', n), country, country, post, case when role <> 'admin' then partnership end, role from bench.people;

---- initiatives
-- Half of the largest partnership's, at most a hundred, wait for what the bench writes.
create unlogged table bench.initiatives as
select i.n, p.n as partnership_n, p.id as partnership, d.n as direction_n, d.code as direction, i.n - p.first_initiative + 1 as rank,
  case when p.n = 1 then least(100, (p.last_initiative - p.first_initiative + 1) / 2) else 0 end as to_write,
  case when chance.wide < 0.9 or p.n = 1 and i.n - p.first_initiative < 100 then p.shared when chance.wide < 0.95 then p.id
    when chance.wide < 0.975 then p.side_one else p.side_other end as audience,
  place.en as place, place.ru as place_ru, d.en as object, d.ru as object_ru
from bench.partnerships p cross join lateral generate_series(p.first_initiative, p.last_initiative) i (n)
cross join lateral (select bench.chance(i.n, 'wide') as wide) chance
join bench.objects d on d.n = 1 + floor(6 * bench.chance(i.n, 'direction') ^ 1.3)
join bench.places place on place.n = 1 + floor(4096 * bench.chance(i.n, 'place'));
analyze bench.initiatives;

insert into initiatives (id, audience_id, partnership_id, direction_id, code, title, description, starts_on, starts_precision,
  standing, version)
select bench.id('initiative', i.n), i.audience, i.partnership, bench.id('direction', i.partnership_n * 10 + i.direction_n),
  p.code || '-' || i.direction || '-' || lpad(i.rank::text, 5, '0'),
  bench.texts(i.place || ' ' || i.object, initcap(i.object_ru) || ' ' || i.place_ru),
  bench.texts('The two governments build the ' || i.object || ' of ' || i.place || ' together: one side gives the land, the
networks and the permits, the other the equipment and the training. What is agreed, who owes what and by when stands below.',
    'Два правительства вместе строят: ' || i.object_ru || ', ' || i.place_ru || '. Одна сторона даёт землю, сети и разрешения,
другая — оборудование и обучение. О чём договорились, кто что должен и к какому сроку, сказано ниже.'),
  '2024-07-01', 'day', bench.pick(array['in_progress', 'in_progress', 'agreed', 'in_preparation', 'stalled', 'completed'], i.n,
    'standing'), bench.id('initiative-version', i.n)
from bench.initiatives i join bench.partnerships p on p.n = i.partnership_n;

-- Each side's own body leads for it.
insert into initiative_bodies (id, audience_id, initiative_id, organisation_id, country_id, role, position)
select bench.id('initiative-body', i.n * 2 + s.place), i.audience, bench.id('initiative', i.n),
  bench.id(s.code || '-body', 1 + floor(22 * bench.chance(i.n, 'lead'))::int), s.country, 'lead', 1
from bench.initiatives i join bench.sides s on s.partnership_n = i.partnership_n;

---- what milestones are to be
-- All that is decided about each, for what follows to agree with it. The reporting side is the responsible one; of a joint
-- milestone the first.
create unlogged table bench.milestones as
with placed as materialized (
  select m.n, i.n as initiative_n, i.partnership_n, i.partnership, i.direction_n, i.rank <= i.to_write as is_to_write,
    i.rank between i.to_write + 1 and i.to_write + 10 as is_official, i.place, i.place_ru, i.object, i.object_ru,
    case when i.audience in (p.side_one, p.side_other) or i.rank <= i.to_write then i.audience
      when bench.chance(m.n, 'narrow') < 0.05 then p.side_one when bench.chance(m.n, 'narrow') < 0.1 then p.side_other
      when i.audience = p.id and bench.chance(m.n, 'narrow') < 0.4 then p.shared else i.audience end as audience,
    p.side_one, p.side_other
  from bench.initiatives i join bench.partnerships p on p.n = i.partnership_n
  cross join lateral generate_series(i.n * 10 - 9, i.n * 10) m (n)),
sided as materialized (
  select *, audience in (side_one, side_other) as is_own,
    case when is_to_write or audience = side_one then 0 when audience = side_other then 1
      when bench.chance(n, 'side') < 0.42 then 0 when bench.chance(n, 'side') < 0.84 then 1 else 2 end as responsible,
    bench.chance(n, 'status') as chance
  from placed),
stated as materialized (
  select *, case responsible when 1 then 1 else 0 end as place_of_side, case when is_to_write then 'in_progress'
      when chance < 0.2 then 'planned' when chance < 0.45 then 'in_progress' when chance < 0.55 then 'blocked'
      when chance < 0.65 then case when is_own then 'in_progress' else 'claimed' end when chance < 0.85 then 'completed'
      when chance < 0.95 then case when is_own then 'in_progress' else 'disputed' end else 'cancelled' end as status
  from sided),
reported as materialized (
  select *, case when status = 'planned' then 0 when status in ('blocked', 'cancelled') or is_to_write then 3 else 4 end as reports,
    case when status not in ('in_progress', 'blocked') or is_to_write then 'accepted'
      when bench.chance(n, 'last') < 0.3 then 'submitted' when bench.chance(n, 'last') < 0.36 then 'returned'
      else 'accepted' end as last_report,
    case status when 'planned' then null when 'in_progress' then case when is_to_write then 50
        when bench.chance(n, 'percent') < 0.06 then 100 else 10 + 10 * floor(8 * bench.chance(n, 'percent'))::int end
      when 'blocked' then 40 when 'cancelled' then 30 else 100 end as percent,
    date '2024-07-01' + floor(480 * bench.chance(n, 'start'))::int as started_on,
    20 + floor(60 * bench.chance(n, 'gap'))::int as gap,
    case when bench.chance(n, 'precision') < 0.6 then 'day' when bench.chance(n, 'precision') < 0.85 then 'quarter'
      else 'month' end as precision
  from stated),
timed as materialized (
  select *, reports - (last_report <> 'accepted')::int as accepted,
    case when bench.chance(n, 'undated') < 0.04 then null when status = 'completed'
      then started_on + 150 + floor(300 * bench.chance(n, 'due'))::int
      else started_on + 200 + floor(1300 * bench.chance(n, 'due'))::int end as due,
    case when bench.chance(n, 'moved') < 0.3 then 30 + floor(170 * bench.chance(n, 'moved by'))::int else 0 end as moved_by
  from reported)
select t.*, bench.id('milestone', t.n) as id, bench.last_day(due, precision) as due_on,
  bench.last_day(due - moved_by, precision) as baseline_on,
  bench.last_day(due - moved_by, precision) <> bench.last_day(due, precision) as is_moved,
  (started_on + reports * gap + 2)::timestamp at time zone 'UTC' as last_at,
  case when status in ('completed', 'disputed') and not is_own then 11 when status in ('completed', 'blocked', 'cancelled', 'claimed')
    then 10 when accepted > 0 then 1 + accepted
    when bench.last_day(due - moved_by, precision) <> bench.last_day(due, precision) then 1 else 0 end as last_state,
  own.audience as own, own.country as own_country, staff.post as staff, staff.person as staff_person,
  official.post as official, official.person as official_person, foreign_side.audience as foreign_own,
  foreign_side.country as foreign_country, foreign_staff.post as foreign_staff, foreign_staff.person as foreign_staff_person
from timed t
join bench.sides own on own.n = t.partnership_n * 2 + t.place_of_side
join bench.sides foreign_side on foreign_side.n = t.partnership_n * 2 + 1 - t.place_of_side
join bench.people staff on staff.side = own.n and staff.who = 'staff'
join bench.people official on official.side = own.n and official.who = case when t.is_to_write then 'writer' else 'official' end
join bench.people foreign_staff on foreign_staff.side = foreign_side.n and foreign_staff.who = 'staff';
analyze initiatives, bench.milestones;

---- milestones
insert into milestones (id, audience_id, partnership_id, direction_id, initiative_id, code, title, country_id, organisation_id,
  weight, baseline_on, baseline_precision, due_on, due_precision, started_on, status, status_before, block_cause, block_words,
  percent, accepted_on, fact_on, completed_on, completed_precision, version)
select m.id, m.audience, m.partnership, i.direction_id, i.id, i.code || '-' || lpad(w.n::text, 2, '0'),
  bench.texts(w.en || ': ' || m.place || ' ' || m.object, w.ru || ': ' || m.object_ru || ' ' || m.place_ru),
  case m.responsible when 2 then null else m.own_country end, bench.id(own.code || '-body', case when m.is_to_write then 23
    when m.is_official then 24 else 1 + floor(22 * bench.chance(m.n, 'body') ^ 1.5)::int end),
  1 + floor(3 * bench.chance(m.n, 'weight'))::int, m.baseline_on, case when m.baseline_on is not null then m.precision end,
  m.due_on, case when m.due_on is not null then m.precision end, case when m.accepted > 0 then m.started_on end, m.status,
  case m.status when 'cancelled' then 'in_progress' end,
  case m.status when 'blocked' then bench.pick(array['financing', 'permit', 'procurement', 'other_side', 'legislation'], m.n,
    'cause') end,
  case m.status when 'blocked' then 'Waits since spring; a letter was sent to the ministry' end, m.percent,
  case when m.accepted > 0 then m.started_on + m.accepted * m.gap + 2 end,
  case when bench.chance(m.n, 'fact') < 0.3 then date '2026-10-31' - floor(300 * bench.chance(m.n, 'fact on'))::int end,
  case when m.status = 'completed' then m.last_at::date + case when m.is_own then 3 else 9 end end,
  case when m.status = 'completed' then 'day' end, bench.id('milestone-version', m.n * 16 + m.last_state)
from bench.milestones m join bench.sides own on own.n = m.partnership_n * 2 + m.place_of_side
join bench.works w on w.n = 1 + (m.n - 1) % 10 join initiatives i on i.id = bench.id('initiative', m.initiative_n);

-- One in six waits for the one before it.
insert into milestone_dependencies (id, audience_id, milestone_id, waits_for_id)
select bench.id('dependency', m.n), m.audience, m.id, former.id
from bench.milestones m join bench.milestones former on former.n = m.n - 1
where former.initiative_n = m.initiative_n and former.audience = m.audience and bench.chance(m.n, 'waits') < 0.18;

insert into due_date_changes (id, audience_id, partnership_id, milestone_id, kind, from_on, from_precision, to_on, to_precision,
  days, cause, cause_country_id, words, state, asked_country_id, asked_post_id, asked_at, agreed_post_id, agreed_at, position)
select bench.id('due-date-change', n), audience, partnership, id, 'moved', baseline_on, precision, due_on, precision,
  due_on - baseline_on, bench.pick(array['financing', 'permit', 'procurement', 'other_side', 'scope'], n, 'moved why'), own_country,
  'The tender had to be held a second time', 'agreed', own_country, official, started_on - 32, foreign_staff, started_on - 30, 1
from bench.milestones where is_moved;

-- The key of the responsible side, then the other one's.
create unlogged table bench.keys as
select m.n * 2 + k.second as n, m.n as milestone_n, m.id as milestone, m.audience, m.partnership, m.is_own, k.*,
  m.last_at + interval '1 day' * case k.second when 0 then 3 else 9 end as at,
  case when m.status = 'disputed' and k.second = 1 then 'disputed' else 'confirmed' end as verdict
from bench.milestones m cross join lateral (values (0, m.own, m.own_country, m.staff, m.staff_person),
  (1, m.foreign_own, m.foreign_country, m.foreign_staff, m.foreign_staff_person)) k (second, own, country, staff, person)
where m.status in ('claimed', 'completed', 'disputed') and (k.second = 0 or m.status <> 'claimed' and not m.is_own);
analyze bench.keys;
insert into confirmations (id, audience_id, partnership_id, milestone_id, country_id, verdict, reason, post_id, at)
select bench.id('confirmation', n), audience, partnership, milestone, country, verdict,
  case verdict when 'disputed' then 'The equipment stands, and is not connected' end, staff, at from bench.keys;
insert into signatures (id, audience_id, confirmation_id, person_id)
select bench.id('signature', n), own, bench.id('confirmation', n), person from bench.keys;

---- meanwhile progress reports
create unlogged table bench.reports as
select m.n * 8 + r as n, r, m.n as milestone_n, m.id as milestone, m.partnership, m.audience, m.own, m.official, m.official_person,
  m.staff, m.staff_person, m.is_own, m.audience = m.partnership as is_public, m.accepted,
  case when r > m.accepted then m.last_report else 'accepted' end as state,
  case when m.is_own then m.own else p.shared end as into_audience,
  case when r > m.accepted then least(100, m.percent + 10) else m.percent * r / m.accepted end as percent,
  (m.started_on + r * m.gap)::timestamp at time zone 'UTC' as submitted_at,
  (m.started_on + r * m.gap + 2)::timestamp at time zone 'UTC' as decided_at,
  bench.chance(m.n * 8 + r, 'evidence') < 0.4 as has_evidence
from bench.milestones m join bench.partnerships p on p.n = m.partnership_n cross join lateral generate_series(1, m.reports) r;
analyze bench.reports;

insert into progress_reports (id, audience_id, partnership_id, milestone_id, post_id, percent, narrative, language, next_step,
  state, submitted_at, decided_at)
select bench.id('report', n), case state when 'accepted' then into_audience else own end, partnership, milestone, official, percent,
  bench.pick(array['Foundations are poured and the steel frame is up to the second floor.',
    'The contractor has been chosen; the contract is with the lawyers of both sides.',
    'Фундамент залит, каркас поднят до второго этажа.', 'Оборудование прошло таможню и стоит на складе.'], n, 'narrative') ||
    ' ' || percent || ' %', case when bench.chance(n, 'narrative') < 0.5 then 'en' else 'ru' end,
  'Acceptance by the commission', state, submitted_at, case when state <> 'submitted' then decided_at end
from bench.reports;
insert into report_chains (id, audience_id, report_id, position) select bench.id('chain', n), own, bench.id('report', n), 1 from bench.reports;
insert into report_steps (id, audience_id, report_id, position, act, post_id, person_id, at)
select bench.id('sent', n), own, bench.id('report', n), 0, 'sent', official, official_person, submitted_at from bench.reports;
insert into report_steps (id, audience_id, report_id, position, act, reason, post_id, person_id, at)
select bench.id('decided', n), own, bench.id('report', n), 1, state, case state when 'returned' then 'The photographs are of last year' end,
  staff, staff_person, decided_at
from bench.reports where state <> 'submitted';
insert into evidence (id, audience_id, partnership_id, report_id, kind, name, sha256, size, media_type)
select bench.id('evidence', n), case state when 'accepted' then into_audience else own end, partnership, bench.id('report', n), 'file',
  'report-' || r || '.pdf', sha256(n::text::bytea), 20000 + floor(900000 * bench.chance(n, 'size'))::int, 'application/pdf'
from bench.reports where has_evidence;
