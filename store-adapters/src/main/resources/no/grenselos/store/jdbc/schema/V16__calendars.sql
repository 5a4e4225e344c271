-- When people's calendars are read: due_at is the lease of whoever reads one now, and the moment of
-- the next reading afterwards. What a calendar says stands in its person's profile.
create table calendar_reading (
  expert text not null primary key,
  due_at bigint not null,
  read_at bigint,
  problem text not null default ''
);
