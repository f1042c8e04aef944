-- As it was, but what is alike for all rows, the patterns and the viewer's audiences, is made once and not for each row.

-- Whoever is no superuser may set what pg_trgm reads only once it has been loaded into the connection.
select trigrams.word_similarity('', '');

create or replace function search(asked text, most int) returns table (record_table text, record_id uuid, place bigint)
  language plpgsql stable security definer rows 50 set search_path = public, pg_temp
  set pg_trgm.word_similarity_threshold = 0.5 as $$
#variable_conflict use_column
declare
  seen uuid[] := viewer_audiences();
begin
  return query
  with spelled as (
    select s.line, words.longest, words.patterns
    from (select distinct btrim(line) as line from (values (fold(asked)), (latin(asked))) v (line)) s
    cross join lateral (
      select max(length(w)) as longest, array_agg(pattern(w) order by length(w) desc) as patterns
      from regexp_split_to_table(s.line, '\s+') w where w <> '') words
    where btrim(s.line) <> ''),
  exact as (
    select s.*, case when s.code = code.typed then 0 else 1 end as rank, 1::real as likeness
    from (values (upper(btrim(asked)))) code (typed)
    join private.searchables s on s.code like ltrim(pattern(code.typed), '%')
    where s.audience_id = any (seen) and code.typed ~ '^[A-Z0-9-]{2,60}$'),
  hit as (
    select s.*,
      case when strpos(s.lines || e'\n', e'\n' || p.line || e'\n') > 0 then 2
        when strpos(s.lines, e'\n' || p.line) > 0 then 3
        when s.lines ~ ('\m' || regexp_replace(p.line, '([^[:alnum:]\s])', '\\\1', 'g')) then 4
        else 5 end as rank,
      trigrams.word_similarity(p.line, s.lines) as likeness
    from spelled p join private.searchables s on s.lines like p.patterns[1]
    where p.longest > 2 and s.lines like all (p.patterns)
      and s.audience_id = any (seen)),
  near as (
    select s.*, 6 as rank, trigrams.word_similarity(p.line, s.lines) as likeness
    from spelled p join private.searchables s on p.line operator(trigrams.<%) s.lines
    where length(p.line) > 3 and s.audience_id = any (seen)
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
end $$;
