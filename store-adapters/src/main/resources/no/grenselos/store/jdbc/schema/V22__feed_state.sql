-- Which node reads each feed, until when, and how that goes.
create table feed_state (
  feed text not null primary key,
  meter text not null,
  holder text,
  held_until bigint,
  since bigint not null,
  looked_at bigint,
  newest_at bigint,
  lag bigint,
  usual_gap bigint not null,
  trouble text,
  troubled_since bigint,
  month text not null,
  posts bigint not null,
  quota_left bigint,
  quota_most bigint,
  quota_until bigint
);
