-- What crosses over with a release is numbered anew there: a gap would tell of a source that one side keeps to itself.
grant update (position) on citations to langar_app;
