-- Each query must return no row; what it returns is the problem. Whoever lengthens a written list
-- says why in the same change. The tallies, waiting_keys and slips are no records: seal() makes them of records.

-- a table without its wall
select c.relname as problem from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm', 'f')
  and c.relname <> '_prisma_migrations'
  and (not c.relrowsecurity or not exists (select from pg_policies q
    where q.tablename = c.relname and q.roles = '{langar_app}' and q.cmd = 'ALL'
      and (q.policyname, q.qual) in (
        ('audience', format('(%s = ANY (( SELECT viewer_audiences() AS viewer_audiences)::uuid[]))',
          case c.relname when 'audiences' then 'id' else 'audience_id' end)),
        ('own', '(person_id = ( SELECT viewer_person() AS viewer_person))'))));

-- a second policy, which would open what the first one closes
select tablename || ': ' || policyname as problem from pg_policies
where policyname not in ('audience', 'own') or permissive = 'RESTRICTIVE';

-- an audience that may be any: neither guarded by a parent nor held by a CHECK
select c.table_name as problem from information_schema.columns c
where c.table_schema = 'public' and c.column_name = 'audience_id'
  and exists (select from pg_class r where r.oid = c.table_name::regclass and r.relkind = 'r')
  and c.table_name not in ('heads', 'events', 'changes') and c.table_name not in (select k.name from kept_counted() k)
  and not exists (select from pg_trigger
    where tgrelid = c.table_name::regclass and tgname = 'guard')
  and not exists (select from pg_constraint where conrelid = c.table_name::regclass
    and contype = 'c' and pg_get_constraintdef(oid) like 'CHECK ((audience_id = %');

-- a record that the ledger does not remember, or a trigger that sleeps
select c.relname as problem from pg_class c join pg_attribute a on a.attrelid = c.oid
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'audience_id'
  and c.relname not in ('heads', 'events', 'changes') and c.relname not in (select k.name from kept_counted() k)
  and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'remember')
union all
select tgrelid::regclass || ': ' || tgname from pg_trigger where tgenabled <> 'O';

-- an enum, or an array of one: its operators are not leakproof, no index behind a policy
select a.attrelid::regclass || '.' || a.attname as problem from pg_attribute a
join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relrowsecurity
join pg_type t on t.oid = a.atttypid left join pg_type e on e.oid in (t.typelem, t.typbasetype)
where 'e' in (t.typtype, e.typtype);

-- audience_id without n_distinct
select a.attrelid::regclass as problem from pg_attribute a join pg_class c on c.oid = a.attrelid
where a.attname = 'audience_id' and c.relkind = 'r' and c.relrowsecurity
  and coalesce(array_to_string(a.attoptions, ','), '') !~ '^n_distinct=';

-- audience_id as a key of an index instead of INCLUDE
select i.indexrelid::regclass as problem from pg_index i
join pg_attribute a on a.attrelid = i.indrelid and a.attname = 'audience_id'
where a.attnum = any ((i.indkey::int2[])[0:i.indnkeyatts - 1])
  and i.indrelid::regclass::text not in (select k.name from kept_counted() k)
  and i.indrelid::regclass::text not in ('heads', 'events', 'changes',
    -- no policy stands before these: search reads from them, by the viewer's audiences, nothing but what he may see
    'private.searchables', 'private.words_of_records', 'private.codes_of_records');

-- a definer function that is not on the list, or whose search_path is open
select p.oid::regprocedure as problem from pg_proc p
where p.prosecdef and p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
  and (p.proname not in ('remember', 'seal', 'open_registry', 'open_partnership', 'sign_out',
      'find_credential', 'open_session', 'end_session', 'viewer_of', 'end_sessions', 'set_credential',
      -- grants give a side its key, what is published is read before anybody is known, a demo
      -- database alone has the last
      'give_key', 'public_audiences', 'demo_accounts',
      -- which of two audiences is the wider, of which whoever asks knows both: asked for each row that is written
      'holds',
      -- what can be found lies where the application cannot read, and search looks at audiences itself
      'keep_searchable', 'search',
      -- whoever has a one-time link is told whose password he chooses
      'holder_of_link',
      -- what nobody refers to is known only to who sees both sides
      'sweep_files',
      -- tallies of every audience move on as days begin
      'count_day',
      -- the admin of a side keeps its chain of acceptance steps, and reads nothing else of a side's own
      'acceptance_chain', 'set_acceptance_chain',
      -- a side's first admin is made by the installation's, who may write no registry, and he is told
      -- which sides still wait for one, and whether a link was made
      'appoint_first_admin', 'sides_without_admin', 'link_issued',
      -- who archives a country is told whether something is in the way, and not what
      'is_country_in_use',
      -- what is archived nobody writes: its admin alone brings it back
      'reopen_partnership')
    or not coalesce(p.proconfig @> '{"search_path=public, pg_temp"}', false));

-- a function that everybody may call
select p.oid::regprocedure as problem from pg_proc p
where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
  and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner)))
    where grantee = 0);

-- a view that looks with its owner's eyes
select c.oid::regclass as problem from pg_class c
where c.relkind in ('v', 'm')
  and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
  and not coalesce(c.reloptions @> '{security_invoker=true}', false);

-- a right of the application, or of everybody, that no list names
select c.oid::regclass || ': ' || r.privilege_type as problem from pg_class c
join lateral aclexplode(c.relacl) r on r.grantee in (0, 'langar_app'::regrole)
where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and not (
  r.privilege_type = 'SELECT' and c.relnamespace = 'public'::regnamespace
  or r.privilege_type in ('INSERT', 'UPDATE') and exists (
    select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'remember')
  -- of what stands in lists a row can be taken off, if ask_before_removal lets it
  or r.privilege_type = 'DELETE' and exists (
    select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'ask_before_removal')
  or (c.relname, r.privilege_type) in
    (values ('answers', 'INSERT'), ('attempts', 'INSERT'), ('attempts', 'DELETE'), ('files', 'INSERT')))
union all
select nspname || ': ' || r.privilege_type from pg_namespace
join lateral aclexplode(nspacl) r on r.grantee in (0, 'langar_app'::regrole)
where nspname in ('public', 'private') and (nspname, r.grantee, r.privilege_type)
  <> ('public', 'langar_app'::regrole, 'USAGE');

-- the application's role: no way round the wall
select 'langar_app' as problem from pg_roles r where rolname = 'langar_app' and (
  rolsuper or rolbypassrls or rolcanlogin or rolcreaterole
  or exists (select from pg_auth_members where member = r.oid)
  or exists (select from pg_class where relowner = r.oid));
