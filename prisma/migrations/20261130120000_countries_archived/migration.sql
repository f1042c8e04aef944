-- A country that is not used, or no longer, is archived and brought back like other records.
alter table countries add archived_at timestamptz(3);

-- Does anything hold it: a side of a partnership, an organisation or an account that is open? The admin of the installation sees
-- no registry but his own, so he is told that something is in the way, and never what. Null for everybody else.
create function is_country_in_use(of_country uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when private.is_admin(viewer_person()) then
    exists (select from sides where country_id = of_country)
    or exists (select from organisations where archived_at is null and of_country in (country_id, joint_country_id))
    or exists (select from people where country_id = of_country and deactivated_at is null) end;
$$;
grant execute on function is_country_in_use to langar_app;
