-- Who keeps the plan: beside the staff of each side the admins, in what both sides share. What may be done there is the
-- commands' to say, and a side's own records stay closed to them.
update private.rights set writes = true where kind = 'shared' and role in ('admin', 'side_admin');

-- Every language's text for a form that changes them, with what text_in knows of each.
create function texts_to_edit(texts jsonb) returns jsonb
  language sql immutable parallel safe return (
  select jsonb_object_agg(t.key, text_in(texts, t.key) - 'language') from jsonb_each(texts) t);
grant execute on function texts_to_edit to langar_app;
