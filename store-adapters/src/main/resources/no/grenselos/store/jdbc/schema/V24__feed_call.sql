-- Keys of calls that told of posts, so that the same call sent again is known.
create table feed_call (
  feed text not null,
  call text not null,
  at bigint not null,
  primary key (feed, call)
);
create index feed_call_at on feed_call (at);
