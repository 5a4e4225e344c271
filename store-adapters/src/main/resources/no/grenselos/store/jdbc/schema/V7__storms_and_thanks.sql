-- Many posts on one matter: every ticket's matter, and the incidents that some belong to.
-- standing repeats what the ticket's state says: WAITING, TAKEN, ANSWERED or CLOSED.
create table incident (
  id ${identity},
  matter text not null,
  channel text not null,
  opened_at bigint not null,
  words text not null,
  ended_at bigint,
  ended_by text
);
create unique index incident_running on incident (matter) where ended_at is null;

create table storm_post (
  ticket bigint not null primary key references ticket (id),
  matter text not null,
  seen_at bigint not null,
  standing text not null,
  incident bigint references incident (id),
  released integer not null
);
create index storm_post_loose on storm_post (matter, seen_at) where incident is null;
create index storm_post_first on storm_post (matter, seen_at);
create index storm_post_incident on storm_post (incident, seen_at) where incident is not null;

-- Times in which nobody is asked. topic is empty for all topics.
create table pause (
  id ${identity},
  topic text not null,
  care integer not null,
  words text not null,
  from_at bigint not null,
  until_at bigint not null,
  ended_at bigint
);
create unique index pause_running on pause (topic) where ended_at is null;

-- fate is empty while the ticket waits
create table pause_held (
  id ${identity},
  pause bigint not null references pause (id),
  ticket bigint not null references ticket (id),
  lane text not null,
  held_at bigint not null,
  fate text not null,
  unique (pause, ticket, lane)
);
create index pause_held_fate on pause_held (pause, fate, id);

-- Answers that are out, and what came back. who is the colleague's id, words the colleague.
create table answered (
  ticket bigint not null primary key references ticket (id),
  who text not null,
  words text not null,
  answered_at bigint not null,
  conversation text not null,
  post text
);
create index answered_who on answered (who, answered_at);
create index answered_conversation on answered (conversation, answered_at);
create index answered_post on answered (post) where post is not null;

create table thank (
  id ${identity},
  ticket bigint not null references ticket (id),
  kind text not null,
  cause text not null,
  mention text,
  came_at bigint not null,
  unique (ticket, kind, cause)
);
create index thank_came on thank (came_at);

-- posts on a topic, from when on nobody had them; waits is 1 while nobody has
create table waiting (
  ticket bigint not null primary key references ticket (id),
  topic text not null,
  since bigint not null,
  waits integer not null
);
create index waiting_topic on waiting (topic, since);

-- day counts from 1970
create table digest (
  expert text not null,
  day bigint not null,
  from_at bigint not null,
  until_at bigint not null,
  primary key (expert, day)
);
