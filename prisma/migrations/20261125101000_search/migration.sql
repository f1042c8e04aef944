-- Search. LIKE and trigrams are not leakproof: behind a policy they read every row. So what can be
-- found lies folded in a table that the application cannot read, behind one function that looks at
-- the viewer's audiences itself, before it counts or orders anything.
create schema trigrams; -- what the extension brings everybody may call, so it stays out of public
create extension if not exists pg_trgm schema trigrams;

-- As people type: without case, without any apostrophe (oʻ o' o‘ are one letter), ё as е, and Hangul
-- in its letters, so that a half-typed syllable is found and a short word has trigrams.
create function fold(t text) returns text language sql immutable parallel safe strict return
  normalize(translate(lower(t), 'ё' || 'ʻʼ‘’‛′´`''', 'е'), nfkd);

-- Uzbek in Cyrillic as it is written in Latin, folded. Of other Cyrillic a spelling that finds itself.
create function latin(t text) returns text language sql immutable parallel safe strict return
  fold(translate(
    replace(replace(replace(replace(replace(replace(replace(replace(
      regexp_replace(lower(t), '(^|[^[:alpha:]]|[аеёиоуўэюя])е', '\1ye', 'g'),
      'ё', 'yo'), 'ж', 'j'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'sh'), 'ю', 'yu'), 'я', 'ya'),
    'абвгғдезийкқлмнопрстуўфхҳыэъь', 'abvggdeziykqlmnoprstuofxhie'));

-- What is found of a row: each of its texts in each of its languages, a line each.
create function lines_of(found jsonb, variadic columns text[]) returns text
  language sql immutable parallel safe return (
  with texts as (
    select found ->> c as line from unnest(columns) c where jsonb_typeof(found -> c) = 'string'
    union
    select t.value ->> 'text' from unnest(columns) c cross join jsonb_each(found -> c) t
    where jsonb_typeof(found -> c) = 'object')
  select string_agg(distinct e'\n' || line.folded, '')
  from texts cross join lateral (values (fold(texts.line)), (latin(texts.line))) line (folded));

create table private.searchables (
  record_id uuid primary key, record_table text not null, audience_id uuid not null,
  code text not null, lines text not null
);
create index on private.searchables using gin (lines trigrams.gin_trgm_ops);
create index on private.searchables (code text_pattern_ops) include (audience_id);

create function keep_searchable() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare found jsonb := to_jsonb(new);
begin
  if found ->> 'archived_at' is not null then
    delete from private.searchables where record_id = new.id;
  else
    insert into private.searchables values
      (new.id, tg_table_name, new.audience_id, new.code, lines_of(found, variadic array['code'] || tg_argv))
    on conflict (record_id) do update set audience_id = excluded.audience_id, code = excluded.code,
      lines = excluded.lines;
  end if;
  return null;
end $$;

-- The columns are named in the trigger, so that a change of status costs nothing here.
create procedure make_searchable(t regclass, variadic columns text[]) language plpgsql as $$
declare
  is_archived boolean := exists (select from pg_attribute where attrelid = t and attname = 'archived_at');
  watched text := concat_ws(', ', 'audience_id', 'code', case when is_archived then 'archived_at' end,
    array_to_string(columns, ', '));
begin
  execute format('create trigger searchable after insert or update of %s on %s for each row
    execute function keep_searchable(%s)', watched, t,
    (select string_agg(quote_literal(c), ', ') from unnest(columns) c));
  execute format('insert into private.searchables
    select id, %L, audience_id, code, lines_of(to_jsonb(r), variadic %L::text[]) from %s r %s',
    t, array['code'] || columns, t, case when is_archived then 'where archived_at is null' end);
end $$;
call make_searchable('partnerships', 'title');
call make_searchable('directions', 'title');
call make_searchable('initiatives', 'title');
call make_searchable('milestones', 'title');
call make_searchable('agreements', 'title');
call make_searchable('meetings', 'title');
call make_searchable('decisions', 'text');
call make_searchable('organisations', 'name', 'acronym');
call make_searchable('sources', 'title', 'publisher');

-- A word as a pattern: what LIKE takes for signs are letters here.
create function pattern(word text) returns text language sql immutable parallel safe strict return
  '%' || regexp_replace(word, '([%_\\])', '\\\1', 'g') || '%';

-- The best first: the code itself, then whole lines, lines that begin so, words that begin so, all
-- words somewhere; only where there is none of these, what is spelled nearly so. The longest word leads the
-- index, the others are looked for in what it finds. Under three letters codes alone are looked at: no
-- trigram leads to less.
create function search(asked text, most int) returns table (record_table text, record_id uuid, place bigint)
  language sql stable security definer rows 50 set search_path = public, pg_temp
  set pg_trgm.word_similarity_threshold = 0.5 as $$
  with spelled as (
    select s.line, (select array_agg(w order by length(w) desc) from regexp_split_to_table(s.line, '\s+') w
      where w <> '') as words
    from (select distinct btrim(line) as line from (values (fold(asked)), (latin(asked))) v (line)) s
    where btrim(s.line) <> ''),
  exact as (
    select s.*, case when s.code = code.typed then 0 else 1 end as rank, 1::real as likeness
    from (values (upper(btrim(asked)))) code (typed)
    join private.searchables s on s.code like ltrim(pattern(code.typed), '%')
    where s.audience_id = any (viewer_audiences()) and code.typed ~ '^[A-Z0-9-]{2,60}$'),
  hit as (
    select s.*,
      case when strpos(s.lines || e'\n', e'\n' || p.line || e'\n') > 0 then 2
        when strpos(s.lines, e'\n' || p.line) > 0 then 3
        when s.lines ~ ('\m' || regexp_replace(p.line, '([^[:alnum:]\s])', '\\\1', 'g')) then 4
        else 5 end as rank,
      trigrams.word_similarity(p.line, s.lines) as likeness
    from spelled p join private.searchables s on s.lines like pattern(p.words[1])
    where length(p.words[1]) > 2 and s.lines like all (select pattern(w) from unnest(p.words) w)
      and s.audience_id = any (viewer_audiences())),
  near as (
    select s.*, 6 as rank, trigrams.word_similarity(p.line, s.lines) as likeness
    from spelled p join private.searchables s on p.line operator(trigrams.<%) s.lines
    where length(p.line) > 3 and s.audience_id = any (viewer_audiences())
      and not exists (select from hit) and not exists (select from exact)),
  best as (
    select distinct on (record_id) record_table, record_id, code, rank, likeness
    from (table exact union all table hit union all table near) every_way
    order by record_id, rank, likeness desc)
  select record_table, record_id, row_number() over in_order from best
  window in_order as (order by rank, case when rank = 6 then -likeness end,
    array_position(array['partnerships', 'directions', 'initiatives', 'milestones', 'organisations',
      'agreements', 'meetings', 'decisions', 'sources'], record_table), likeness desc, code collate "C")
  order by 3 limit most;
$$;
grant execute on function search to langar_app;
