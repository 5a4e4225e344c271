-- Moments are milliseconds since 1970. ${identity} is the engine's way to number rows.

-- Inboxes and the outbox: unfinished entries. head = 1 marks the one entry of a group that is, or
-- may next be, worked on, so that finding due entries reads one index and nothing else.
-- stage: 0 waiting, 1 leased (due_at is then the lease's end), 2 parked.
create table queue (
  id ${identity},
  name text not null,
  key text not null,
  grp text not null,
  what text not null,
  content text not null,
  received_at bigint not null,
  stage integer not null,
  head integer not null,
  due_at bigint not null,
  due_after_lease bigint,
  leased_at bigint not null,
  lease text not null,
  attempts integer not null,
  unsure integer not null,
  version bigint not null,
  reason text not null,
  unique (name, key)
);
create unique index queue_head on queue (name, grp) where head = 1;
create index queue_due on queue (name, due_at, id) where head = 1;
create index queue_order on queue (name, grp, id) where stage < 2;
create index queue_parked on queue (name, id) where stage = 2;

-- Keys of everything an inbox ever took in; kept when the entry is done.
create table seen (
  name text not null,
  key text not null,
  primary key (name, key)
);

create table feed_cursor (
  feed text primary key,
  position text not null
);

create table mention (
  id ${identity},
  mention text not null,
  revision text not null,
  post text not null,
  reading text not null,
  decision text not null,
  received_at bigint not null,
  erased_at bigint,
  unique (mention, revision)
);
create index mention_newest on mention (mention, id);

-- also of a mention we never saw: its deletion may come first
create table erased (
  mention text not null primary key,
  erased_at bigint not null
);

create table reshare (
  original text not null,
  reshare text not null,
  seen_at bigint not null,
  primary key (original, reshare)
);

create table ticket (
  id ${identity},
  mention text not null unique,
  lane text not null,
  topic text,
  terms text not null,
  because text not null,
  state text not null,
  opened_at bigint not null,
  promised_at bigint,
  wake_at bigint,
  version bigint not null
);
create index ticket_wake on ticket (wake_at, id) where wake_at is not null;

create table offer (
  id ${identity},
  ticket bigint not null references ticket (id),
  expert text not null,
  made_at bigint not null,
  until_at bigint not null,
  day bigint not null,
  nth integer not null,
  ending text,
  ended_at bigint,
  unique (expert, day, nth)
);
create index offer_ticket on offer (ticket, id);
create unique index offer_running on offer (ticket) where ending is null;

create table placement (
  id ${identity},
  ticket bigint not null references ticket (id),
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
create index placement_ticket on placement (ticket, id);
create index placement_message on placement (house, channel, message) where message is not null;

create table answer (
  id ${identity},
  ticket bigint not null references ticket (id),
  words text not null,
  link text
);
create index answer_ticket on answer (ticket, id);

create table mute (
  expert text not null,
  topic text not null,
  since bigint not null,
  primary key (expert, topic)
);

create table rule_book (
  revision integer primary key,
  source text not null
);

create table audit (
  id ${identity},
  happened_at bigint not null,
  who text not null,
  what text not null,
  ticket bigint,
  detail text not null
);
create index audit_ticket on audit (ticket, id) where ticket is not null;
create index audit_what on audit (what);
