-- The log of lessons. Numbers are given by the one row of lesson_count, which a transaction holds
-- until it ends: so they become visible in order, and whoever polls after a number misses none.
create table lesson_count (
  id integer primary key,
  last bigint not null
);
insert into lesson_count (id, last) values (1, 0);

-- topic, expert and named are empty where there is none: a unique key holds no nulls equal.
-- post: the row of the mention whose words it is about; null when the mention was never seen.
create table lesson (
  number bigint primary key,
  kind text not null,
  mention text not null,
  post bigint,
  topic text not null,
  expert text not null,
  named text not null,
  who text not null,
  reason text not null,
  cause text not null,
  undoes bigint unique,
  taught_at bigint not null,
  in_force integer not null,
  unique (mention, kind, who, topic, cause)
);
create index lesson_kind on lesson (kind, number) where in_force = 1;
