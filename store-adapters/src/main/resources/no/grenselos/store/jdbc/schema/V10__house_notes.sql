-- What the chat houses' adapters keep for themselves. until_at is null for what is kept for ever.
create table house_note (
  house text not null,
  id text not null,
  note text not null,
  until_at bigint,
  primary key (house, id)
);
create index house_note_until on house_note (until_at) where until_at is not null;
