-- A UUID of version 7 (RFC 9562): 48 bits of milliseconds since 1970, then chance. What is made one after another lies one
-- beside another in every index, where ids by chance alone would touch a page of its own in each. PostgreSQL has its own
-- from 18 on.
create function new_id() returns uuid language sql volatile parallel safe return
  encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1), 52, 1), 53, 1), 'hex')::uuid;
grant execute on function new_id to langar_app;

-- As before, and the command's id is such a one.
create or replace function view_as(person uuid, post uuid, audiences text, write_audiences text)
  returns void language plpgsql as $$ begin
  perform set_config('langar.person', person::text, true),
    set_config('langar.post', post::text, true),
    set_config('langar.audiences', audiences, true),
    set_config('langar.write_audiences', write_audiences, true),
    set_config('langar.command', new_id()::text, true),
    set_config('langar.releasing', '', true);
end $$;

alter table milestone_tallies alter id set default new_id();
