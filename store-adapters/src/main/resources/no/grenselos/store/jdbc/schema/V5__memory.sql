-- What people inside said before. draft holds all of it as JSON: people's text may hold what a text
-- column does not take; the other columns are for finding it. post: the mention it answered.
create table kept (
  id ${identity},
  who text not null,
  language text not null,
  post text,
  kept_at bigint not null,
  draft text not null
);
create index kept_who on kept (who, id);
create index kept_post on kept (post) where post is not null;

-- What was kept ever, so that what somebody forgot is not kept anew by the same cause.
create table kept_cause (
  cause text not null primary key
);

create table kept_topic (
  kept bigint not null references kept (id),
  topic text not null,
  primary key (kept, topic)
);
create index kept_topic_topic on kept_topic (topic, kept);

-- Every form of every word, for the search; see LookupWord.
create table kept_word (
  kept bigint not null references kept (id),
  word text not null,
  primary key (kept, word)
);
create index kept_word_word on kept_word (word, kept);
