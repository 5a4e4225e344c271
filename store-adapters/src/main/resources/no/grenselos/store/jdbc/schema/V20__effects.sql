-- What answers brought about, as whoever had the post tells it last.
create table effect (
  ticket bigint not null primary key,
  effect text not null,
  words text not null,
  told_at bigint not null
);
-- Who was asked about it: one question a person and day, one person a ticket. A question that was
-- about no answer after all leaves the day taken, and its ticket free.
create table effect_asked (
  who text not null,
  day bigint not null,
  ticket bigint unique,
  primary key (who, day)
);
