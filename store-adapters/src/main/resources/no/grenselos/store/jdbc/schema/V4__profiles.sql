-- What people said about themselves in chat. Changes are numbered by the one row of profile_count,
-- which a transaction holds until it ends: so they become visible in order, and whoever asks for
-- those after a number misses none.
create table profile_count (
  id integer primary key,
  last bigint not null
);
insert into profile_count (id, last) values (1, 0);

create table profile (
  expert text not null primary key,
  content text not null,
  version bigint not null unique
);

create index placement_place on placement (place, id);
create index ticket_topic on ticket (topic, id) where topic is not null;
