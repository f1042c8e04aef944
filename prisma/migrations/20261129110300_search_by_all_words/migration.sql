-- Search goes by words. Trigrams of whole texts led to every text with a common word, hidden ones too, before any could be
-- ranked. Now trigrams lead only from what was typed to the words that there are, and from a word its records are read by
-- audience, in the order in which they are shown.

-- Whoever is no superuser may set what pg_trgm reads only once it has been loaded into the connection.
select trigrams.word_similarity('', '');

drop function search;
drop index private.searchables_lines_idx;

-- Each word once, codes aside. One that nobody has any more stays, and leads to nothing. It is not unique, for then whoever
-- writes a new word would wait for another who is writing it.
create table private.words (word text collate "C" not null);

-- Where each word is. `place`: 0 a whole line, 1 the first of a line, 2 elsewhere.
create table private.words_of_records (
  word text collate "C", audience_id uuid, place smallint, kind smallint, code text collate "C", record_id uuid
);

-- Each code, and what follows each of its hyphens: as people shorten it.
create table private.codes_of_records (audience_id uuid, code text collate "C", record_id uuid);

-- The order of kinds in what is found.
create function kind_of(record_table text) returns smallint language sql immutable parallel safe return
  array_position(array['partnerships', 'directions', 'initiatives', 'milestones', 'organisations',
    'agreements', 'meetings', 'decisions', 'sources'], record_table);
create index on private.searchables (audience_id, kind_of(record_table), code collate "C");

create function words_of(s private.searchables) returns setof private.words_of_records
  language sql immutable parallel safe as $$
  select w.word, s.audience_id, min(case when w.n > 1 then 2 when w.word = line then 0 else 1 end), kind_of(s.record_table),
    s.code, s.record_id
  from regexp_split_to_table(s.lines, '\n') line
  cross join lateral regexp_split_to_table(line, '\s+') with ordinality w (word, n)
  where w.word <> '' and line <> lower(s.code)
  group by w.word
$$;

create function codes_of(s private.searchables) returns setof private.codes_of_records
  language sql immutable parallel safe as $$
  select s.audience_id, lower(right(s.code, -n)), s.record_id
  from generate_series(0, length(s.code) - 1) n where n = 0 or substr(s.code, n, 1) = '-'
$$;

-- What is alike before and after stays as it is. The words of one record are few: no join should read a table for them.
create function keep_words() returns trigger language plpgsql
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
  words private.words_of_records[] := array(select w from words_of(new) w);
  codes private.codes_of_records[] := array(select c from codes_of(new) c);
  former_words private.words_of_records[] := array(select w from words_of(old) w);
  former_codes private.codes_of_records[] := array(select c from codes_of(old) c);
begin
  delete from private.words_of_records w using (select * from unnest(former_words) except select * from unnest(words)) f
  where (w.word, w.audience_id, w.place, w.kind, w.code, w.record_id)
    = (f.word, f.audience_id, f.place, f.kind, f.code, f.record_id);
  delete from private.codes_of_records c using (select * from unnest(former_codes) except select * from unnest(codes)) f
  where (c.audience_id, c.code, c.record_id) = (f.audience_id, f.code, f.record_id);
  insert into private.words_of_records select * from unnest(words) except select * from unnest(former_words);
  insert into private.codes_of_records select * from unnest(codes) except select * from unnest(former_codes);
  insert into private.words select w.word from unnest(words) w
  where not exists (select from private.words known where known.word = w.word);
  return null;
end $$;
create trigger words after insert or delete or update on private.searchables for each row execute function keep_words();

insert into private.words_of_records select w.* from private.searchables s cross join lateral words_of(s) w;
insert into private.codes_of_records select c.* from private.searchables s cross join lateral codes_of(s) c;
insert into private.words select distinct word from private.words_of_records;
alter table private.words_of_records add primary key (word, audience_id, place, kind, code, record_id);
alter table private.codes_of_records add primary key (audience_id, code, record_id);
create index on private.words (word);
create index on private.words using gin (word trigrams.gin_trgm_ops) with (fastupdate = off); -- few are new, each search reads it
analyze private.words_of_records;
analyze private.codes_of_records;
analyze private.words;

-- Words in which a part is, as it was typed or in Latin; those first that begin with it.
create function private.words_like(part text, latin_part text) returns text[] language plpgsql stable
  set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  typed text := pattern(part);
  latinised text := pattern(latin_part);
begin
  return array(
    select word from (
      select word from private.words where word like typed
      union
      select word from private.words where word like latinised and latin_part <> part) w
    order by not starts_with(word, part), not starts_with(word, latin_part), length(word), word);
end $$;

-- Words that are spelled nearly so, the nearest first.
create function private.words_near(part text, latin_part text) returns text[] language plpgsql stable
  set enable_seqscan = off set plan_cache_mode = force_generic_plan set pg_trgm.word_similarity_threshold = 0.5 as $$ begin
  return array(
    select word from (
      select word, trigrams.word_similarity(part, word) as likeness from private.words
      where part operator(trigrams.<%) word
      union
      select word, trigrams.word_similarity(latin_part, word) from private.words
      where latin_part operator(trigrams.<%) word and latin_part <> part) w
    group by word order by max(likeness) desc, word);
end $$;

-- Records that may be seen with one of these words, or with a code that begins so, after a hyphen or altogether; null when there
-- are more than `most`.
create function private.records_of(words text[], start text, seen uuid[], most int) returns uuid[] language plpgsql stable
  set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  upto text := start || chr(1114111);
  records uuid[] := array(select w.record_id from private.words_of_records w
    where w.word = any (words) and w.audience_id = any (seen) limit most + 1);
begin
  if start ~ '^[a-z0-9-]+$' and cardinality(records) <= most then
    records := records || array(select c.record_id from private.codes_of_records c
      where c.audience_id = any (seen) and c.code >= start and c.code < upto limit most + 1);
  end if;
  if cardinality(records) <= most then return records; end if;
  return null;
end $$;

-- When there are more: the words count in the order in which they are given until there are enough, and of a word that alone has
-- more the first: where it is a whole line, where a line begins with it, by kind, by code.
create function private.first_records_of(words text[], start text, seen uuid[], most int) returns uuid[] language plpgsql stable
  set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  upto text := start || chr(1114111);
  records uuid[] := '{}';
  one text;
begin
  if start ~ '^[a-z0-9-]+$' then
    records := array(
      select c.record_id from unnest(seen) a cross join lateral (
        select * from private.codes_of_records c where c.audience_id = a and c.code >= start and c.code < upto
        order by c.code, c.record_id limit most) c
      order by c.code, c.record_id limit most);
  end if;
  foreach one in array words loop
    records := records || coalesce(private.records_of(array[one], null, seen, most), array(
      select w.record_id from unnest(seen) a cross join lateral (
        select * from private.words_of_records w where w.word = one and w.audience_id = a
        order by w.place, w.kind, w.code, w.record_id limit most) w
      order by w.place, w.kind, w.code, w.record_id limit most));
    exit when cardinality(records) >= most;
  end loop;
  return records;
end $$;

-- Of these words, the longest first, the records of the one that fewest have; null when each has more than `most`.
create function private.rarest(words text[], latin_words text[], seen uuid[], most int) returns uuid[] language plpgsql stable
as $$
declare
  few constant int := 100;
  bound int := most;
  records uuid[];
  rarest uuid[];
begin
  for n in 1 .. cardinality(words) loop
    records := private.records_of(private.words_like(words[n], latin_words[n]), words[n], seen, bound);
    if records is not null then
      rarest := records;
      bound := cardinality(records);
    end if;
    exit when bound < few;
  end loop;
  return rarest;
end $$;

-- The best first: the code itself, codes that begin so, then whole lines, lines that begin so, words that begin so, all words
-- somewhere; only where there is none of these, what is spelled nearly so. The rarest word leads, and the others are looked for
-- in what it leads to. Where the viewer may see more than five hundred records of each word, the first five hundred of the longest
-- are looked at; where these are not enough, the rarest leads after all, if it has no more than five thousand. Under three letters
-- codes alone are looked at: no trigram leads to less.
create function search(asked text, most int) returns table (record_table text, record_id uuid)
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp
  set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  enough constant int := greatest(500, most);
  many constant int := 5000;
  near constant int := 200; -- dear to compare
  seen uuid[] := viewer_audiences();
  typed text := upper(btrim(asked));
  upto text := typed || chr(1114111);
  line text := btrim(regexp_replace(fold(asked), '\s+', ' ', 'g'));
  latin_line text := btrim(regexp_replace(latin(asked), '\s+', ' ', 'g'));
  words text[];
  latin_words text[];
  patterns text[];
  latin_patterns text[];
  beginning text;
  latin_beginning text;
  coded uuid[] := '{}';
  led uuid[] := '{}';
  records uuid[];
begin
  if line = '' then return; end if;
  if regexp_count(line, ' ') <> regexp_count(latin_line, ' ') then -- a letter that Latin does without stood alone
    latin_line := line;
  end if;
  patterns := string_to_array(replace(pattern(line), ' ', '% %'), ' ');
  latin_patterns := string_to_array(replace(pattern(latin_line), ' ', '% %'), ' ');
  beginning := '\m' || regexp_replace(line, '([^[:alnum:]\s])', '\\\1', 'g');
  latin_beginning := '\m' || regexp_replace(latin_line, '([^[:alnum:]\s])', '\\\1', 'g');

  if typed ~ '^[A-Z0-9-]{2,60}$'
      and exists (select from private.searchables s where s.code ~>=~ typed and s.code ~<~ upto) then
    coded := array(
      select s.record_id from unnest(seen) a cross join generate_series(1, 9) k cross join lateral (
        select s.record_id from private.searchables s where s.audience_id = a and kind_of(s.record_table) = k
          and s.code collate "C" >= typed and s.code collate "C" < upto
        order by s.code collate "C" limit most) s);
  end if;

  -- Whatever is typed, no more than five may lead.
  select array_agg(word), array_agg(latin_word) into words, latin_words from (
    select word, latin_word from unnest(string_to_array(line, ' '), string_to_array(latin_line, ' ')) w (word, latin_word)
    where length(word) > 2 order by length(word) desc, word limit 5) w;
  if words is not null then
    led := private.rarest(words, latin_words, seen, enough);
    if led is null then
      led := private.first_records_of(private.words_like(words[1], latin_words[1]), words[1], seen, enough);
      if most > (select count(*) from private.searchables s
          where s.record_id = any (led) and (s.lines like all (patterns) or s.lines like all (latin_patterns))) then
        led := coalesce(private.rarest(words, latin_words, seen, many), led);
      end if;
    end if;
  end if;

  return query
  with hit as materialized (
    select s.record_table, s.record_id, s.code, s.lines || e'\n' as lines, is_typed,
      case when is_typed then line else latin_line end as spelled
    from private.searchables s cross join lateral (select s.lines like all (patterns) as is_typed) t
    where s.record_id = any (coded || led) and s.audience_id = any (seen)
      and (is_typed or s.lines like all (latin_patterns) or starts_with(s.code, typed))),
  ranked as materialized (
    select *, case
      when code = typed then 0
      when starts_with(code, typed) then 1
      when strpos(lines, e'\n' || spelled || e'\n') > 0 then 2
      when strpos(lines, e'\n' || spelled) > 0 then 3
      when strpos(lines, ' ' || spelled) > 0 then 4
      when strpos(lines, spelled) > 0 and lines ~ case when is_typed then beginning else latin_beginning end then 4
      else 5 end as rank
    from hit)
  select record_table, record_id from ranked
  order by rank, kind_of(record_table),
    rank in (3, 4) and strpos(lines, spelled || e'\n') = 0 and strpos(lines, spelled || ' ') = 0, -- whole words first
    code collate "C", record_id
  limit most;
  if found or words is null then return; end if;

  led := null;
  for n in 1 .. cardinality(words) loop
    records := private.first_records_of(private.words_near(words[n], latin_words[n]), null, seen, near);
    if cardinality(records) > 0 and (led is null or cardinality(records) < cardinality(led)) then led := records; end if;
  end loop;
  return query
  with typed_so as materialized (
    select record_table, record_id, code, lines, trigrams.word_similarity(line, lines) as likeness
    from private.searchables where record_id = any (led) and audience_id = any (seen)),
  near_one as materialized (
    select record_table, record_id, code, case when likeness >= 0.5 or line = latin_line then likeness
      else trigrams.word_similarity(latin_line, lines) end as likeness
    from typed_so)
  select record_table, record_id from near_one where likeness >= 0.5
  order by likeness desc, kind_of(record_table), code collate "C", record_id
  limit most;
end $$;
grant execute on function search to langar_app;
