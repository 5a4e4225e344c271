-- Customer service: whose queue a ticket stands in, notes, joined tickets, facts asked for.
-- standing and owner repeat what state says, so that a queue is one read of an index.
-- ${json} is the engine's way to take text as JSON.
alter table ticket add column queue text;
alter table ticket add column standing text not null default '';
alter table ticket add column owner text;
-- who wrote the post, as network:handle; taken away when the post is erased
alter table ticket add column customer text;
alter table ticket add column conversation text;

update ticket set queue = terms${json} ->> 'channel' where lane <> 'EXPERT';
update ticket set standing = state${json} ->> 'type';
update ticket set owner = state${json} -> 'by' ->> 'id' where standing in ('Claimed', 'Drafted');

create index ticket_queue on ticket (queue, promised_at, id)
  where queue is not null and standing in ('Open', 'Offered', 'Claimed', 'Drafted');
create index ticket_customer on ticket (customer, id) where customer is not null;

create table care_note (
  id ${identity},
  ticket bigint not null references ticket (id),
  words text not null
);
create index care_note_ticket on care_note (ticket, id);

create table care_merge (
  ticket bigint not null primary key references ticket (id),
  goes_on bigint not null references ticket (id),
  merged_at bigint not null
);
create index care_merge_goes_on on care_merge (goes_on, ticket);

create table care_follow (
  mention text not null primary key,
  ticket bigint not null references ticket (id),
  followed_at bigint not null
);
create index care_follow_ticket on care_follow (ticket, followed_at);

create table care_said (
  ticket bigint not null references ticket (id),
  what text not null,
  said_at bigint not null,
  primary key (ticket, what)
);

create table fact (
  id ${identity},
  ticket bigint not null references ticket (id),
  topic text not null,
  words text not null,
  asked_at bigint not null,
  answer text,
  dropped_at bigint
);
create index fact_ticket on fact (ticket, id);

create table fact_asked (
  id ${identity},
  fact bigint not null references fact (id),
  expert text not null,
  asked_at bigint not null,
  until_at bigint not null,
  day bigint not null,
  ended_at bigint,
  unique (fact, expert)
);
create unique index fact_running on fact_asked (fact) where ended_at is null;
create index fact_day on fact_asked (expert, day);
