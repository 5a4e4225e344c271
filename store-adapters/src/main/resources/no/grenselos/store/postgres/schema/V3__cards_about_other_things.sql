-- A card may be about something else than a ticket: subject is T-81 or board:kundeservice.
alter table placement add column subject text;
update placement set subject = 'T-' || ticket;
alter table placement alter column subject set not null;
alter table placement alter column ticket drop not null;
drop index placement_ticket;
create index placement_subject on placement (subject, id);
create unique index placement_once on placement (subject, place) where ticket is null and lost = 0;

create table timer (
  kind text not null,
  id text not null,
  due_at bigint not null,
  primary key (kind, id)
);
create index timer_due on timer (due_at, kind, id);
