-- What somebody wrote into an event need not be JSON any more: null then, and no error.
create function json_of(written text) returns jsonb language plpgsql immutable as $$ begin
  return written::jsonb;
exception when invalid_text_representation then
  return null;
end $$;

-- Names whatever somebody with the owner's rights has done past the ledger: an event that was edited
-- or taken out, a head that is not its last event, a row that is not what its last event says, a
-- tally that is not what counting gives, and a table from which the ledger's trigger was taken or in
-- which it sleeps (its rows are compared all the same). Columns added later may be null in an event;
-- a column that was dropped is not compared. Run by the owner: all audiences; by a viewer: his own.
create or replace function verify_ledger()
  returns table (audience_id uuid, seq bigint, problem text, record_table text, record_id uuid)
  language plpgsql stable set timezone = 'UTC' as $$
#variable_conflict use_column
declare t record;
begin
  return query select e.audience_id, e.seq, case when p.seq is null and e.seq > 1
      then 'the event before it is gone' else 'event or its changes edited' end, null, null::uuid
    from events e left join events p on (p.audience_id, p.seq) = (e.audience_id, e.seq - 1)
    where e.hash <> sha256(coalesce(p.hash, '') || sha256(content_of(e)))
    order by 1, 2;
  return query select a.id, e.seq, 'head is not its last event', null, null::uuid
    from audiences a left join heads h on h.audience_id = a.id left join lateral (
      select e.seq, e.hash from events e
      where e.audience_id = a.id order by e.seq desc limit 1) e on true
    where (h.seq, h.hash) is distinct from (coalesce(e.seq, 0), coalesce(e.hash, ''));
  for t in
    select c.oid::regclass as name, exists (select from pg_trigger g where g.tgrelid = c.oid
      and g.tgfoid = 'remember'::regproc and g.tgenabled = 'O') as is_watched
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'audience_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname not in ('heads', 'events', 'changes', 'milestone_tallies')
    order by 1
  loop
    if not t.is_watched then
      return query select null::uuid, null::bigint, 'table without its ledger', t.name::text, null::uuid;
    end if;
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
         from jsonb_each(json_of(s.after)) where l.row ? key) $q$, t.name);
  end loop;
  return query select distinct audience_id, null::bigint, 'tally is not what counting gives', 'milestone_tallies',
      direction_id
    from (select audience_id, direction_id, status, size from milestone_tallies where size <> 0) tally
    full join (select audience_id, direction_id, status, count(*) as size from milestones
      where archived_at is null group by 1, 2, 3) counted using (audience_id, direction_id, status)
    where tally.size is distinct from counted.size;
end $$;

grant execute on function json_of to langar_app;
