-- One chain an audience. Triggers note what a command changes; seal(), its last statement, moves
-- the head of each audience that it touched and writes one event for each.

-- Hot rows: narrow, no foreign key points at them, room for updates in place.
alter table heads set (fillfactor = 20);
create function give_head() returns trigger language plpgsql as $$ begin
  insert into heads (audience_id) values (new.id);
  return null;
end $$;
create trigger head after insert on audiences for each row execute function give_head();
insert into audiences (id, kind) values (common(), 'common');

-- Outside a registry an event names the post, never the person.
alter table events add check (name ~ '^[a-z.-]+$');

-- Changes are texts, for the hash covers what is stored (jsonb would reorder). They are numbered
-- within the audience: a gap would tell of the rows of another one. The foreign key is checked at
-- commit: a command that forgets seal() fails.
alter table changes
  add check (kind in ('created', 'changed', 'left', 'appeared', 'deleted')),
  add constraint changes_are_sealed foreign key (command, audience_id)
    references events (command, audience_id) deferrable initially deferred;
drop index changes_record_id_idx;
create index changes_record_id_idx on changes (record_id) include (audience_id);

create function note(audience uuid, kind text, record_table text, id uuid, before text, after text)
  returns void language plpgsql as $$
declare noted uuid := current_setting('langar.command')::uuid;
begin
  insert into changes values (noted, audience, 1 + coalesce((select max(n) from changes
    where command = noted and audience_id = audience), 0), kind, record_table, id, before, after);
end $$;

-- What is released leaves the narrow audience and appears in the wide one without its past.
create function remember() returns trigger language plpgsql security definer
  set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
  before text := case when tg_op <> 'INSERT' then row_to_json(old)::text end;
  after text := case when tg_op <> 'DELETE' then row_to_json(new)::text end;
begin
  if tg_op = 'INSERT' then
    perform note(new.audience_id, 'created', tg_table_name, new.id, null, after);
  elsif tg_op = 'DELETE' then
    perform note(old.audience_id, 'deleted', tg_table_name, old.id, before, null);
  elsif old.audience_id <> new.audience_id then
    perform note(old.audience_id, 'left', tg_table_name, old.id, before, null);
    perform note(new.audience_id, 'appeared', tg_table_name, new.id, null, after);
  elsif before <> after then
    perform note(new.audience_id, 'changed', tg_table_name, new.id, before, after);
  end if;
  return null;
end $$;

-- One line for the event and one a change, fields parted by tabs (JSON holds no raw tab): who has
-- an exported copy can hash it without Langar. hash = sha256(previous hash || sha256(content)).
create function content_of(e events) returns bytea language sql stable as $$
  select convert_to(concat(concat_ws(e'\t', e.audience_id, e.seq, e.command, e.name, e.post_id,
      coalesce(e.person_id::text, ''), extract(epoch from e.at)), e'\n', (
    select string_agg(concat(concat_ws(e'\t', c.n, c.kind, c.record_table, c.record_id,
      coalesce(c.before, ''), coalesce(c.after, '')), e'\n'), '' order by c.n)
    from changes c where c.command = e.command and c.audience_id = e.audience_id)), 'UTF8');
$$;

-- Audiences in id order, so that two commands never wait for each other in a circle. What is
-- counted moves under the head's lock for the same reason.
create function seal(command_name text) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  sealed uuid := current_setting('langar.command')::uuid;
  audience audiences;
  head heads;
  event events;
begin
  for audience in select * from audiences where id in (
    select audience_id from changes where command = sealed) order by id
  loop
    select * into head from heads where audience_id = audience.id for no key update;
    event := row(audience.id, head.seq + 1, sealed, command_name,
      current_setting('langar.post')::uuid,
      case when audience.kind = 'registry' then viewer_person() end, clock_timestamp(), null);
    event.hash := sha256(head.hash || sha256(content_of(event)));
    insert into events values (event.*);
    update heads set seq = event.seq, hash = event.hash where audience_id = audience.id;
    perform move_tallies(sealed, audience.id);
  end loop;
  perform set_config('langar.command', '', true); -- whoever writes after seal() fails
end $$;

-- Names every event whose link or content was edited, every head that is not its last event, and
-- every row that is not what its last event says. Columns added later may be null there; a column
-- that was dropped is not compared. Run by the owner: all audiences; by a viewer: his own.
create function verify_ledger()
  returns table (audience_id uuid, seq bigint, problem text, record_table text, record_id uuid)
  language plpgsql stable set timezone = 'UTC' as $$
#variable_conflict use_column
declare t regclass;
begin
  return query select e.audience_id, e.seq, 'event or its changes edited', null, null::uuid
    from events e left join events p on (p.audience_id, p.seq) = (e.audience_id, e.seq - 1)
    where e.hash <> sha256(coalesce(p.hash, '') || sha256(content_of(e)));
  return query select h.audience_id, h.seq, 'head is not its last event', null, null::uuid
    from heads h left join lateral (select e.seq, e.hash from events e
      where e.audience_id = h.audience_id order by e.seq desc limit 1) e on true
    where (h.seq, h.hash) <> (coalesce(e.seq, 0), coalesce(e.hash, ''));
  for t in select tgrelid from pg_trigger where tgfoid = 'remember'::regproc loop
    return query execute format($q$
      with last as (
        select distinct on (c.audience_id, c.record_id) c.*, e.seq
        from changes c join events e using (command, audience_id) where c.record_table = %1$L
        order by c.audience_id, c.record_id, e.seq desc, c.n desc),
      said as (select * from last where kind not in ('left', 'deleted')),
      live as (select audience_id, id, to_jsonb(r) as row from %1$s r)
      select coalesce(s.audience_id, l.audience_id), s.seq,
        case when l.id is null then 'row is gone' when s.record_id is null then 'row without event'
          else 'row edited' end, %1$L, coalesce(l.id, s.record_id)
      from said s full join live l on l.id = s.record_id and l.audience_id = s.audience_id
      where l.id is null or s.record_id is null or jsonb_strip_nulls(l.row) is distinct from
        (select jsonb_strip_nulls(jsonb_object_agg(key, value))
         from jsonb_each(s.after::jsonb) where l.row ? key) $q$, t);
  end loop;
end $$;

grant execute on function seal, verify_ledger, content_of to langar_app;
