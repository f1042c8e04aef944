-- As it was, and few are up to three hundred: at a million the rarest word of a name is in that many, and each common one was
-- read twice before it led.
create or replace function private.rarest(words text[], latin_words text[], seen uuid[], most int) returns uuid[] language plpgsql stable
as $$
declare
  few constant int := 300;
  bound int := most;
  records uuid[];
  rarest uuid[];
begin
  for n in 1 .. cardinality(words) loop
    records := private.records_of(private.words_like(words[n], latin_words[n]), words[n], seen, few - 1);
    if records is not null then return records; end if;
  end loop;
  for n in 1 .. cardinality(words) loop
    records := private.records_of(private.words_like(words[n], latin_words[n]), words[n], seen, bound);
    if records is not null then
      rarest := records;
      bound := cardinality(records);
    end if;
  end loop;
  return rarest;
end $$;
