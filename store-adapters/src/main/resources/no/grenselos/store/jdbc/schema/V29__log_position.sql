-- How far each partition of the log that mention events travel through was stored, and by whom.
create table log_position (
  partition_name text primary key,
  position text not null,
  node text,
  held_until bigint,
  moved_at bigint,
  behind bigint not null default 0,
  skipped bigint not null default 0,
  why text
);
