-- A card may be about something else than a ticket: subject is T-81 or board:kundeservice.
create table placement_about (
  id integer primary key autoincrement,
  subject text not null,
  ticket bigint references ticket (id),
  place text not null,
  role text not null,
  offer bigint references offer (id),
  locale text not null,
  made_at bigint not null,
  house text,
  channel text,
  message text,
  lost integer not null
);
insert into placement_about (id, subject, ticket, place, role, offer, locale, made_at, house,
    channel, message, lost)
  select id, 'T-' || ticket, ticket, place, role, offer, locale, made_at, house, channel, message,
    lost from placement order by id;
drop table placement;
alter table placement_about rename to placement;
create index placement_subject on placement (subject, id);
create index placement_message on placement (house, channel, message) where message is not null;
create unique index placement_once on placement (subject, place) where ticket is null and lost = 0;

create table timer (
  kind text not null,
  id text not null,
  due_at bigint not null,
  primary key (kind, id)
);
create index timer_due on timer (due_at, kind, id);
