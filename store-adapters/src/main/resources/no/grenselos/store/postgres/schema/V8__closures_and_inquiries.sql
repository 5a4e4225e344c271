-- Who has a ticket; kept beside its state, so that what somebody has is found when they leave.
create index offer_asked on offer (expert) where ending is null;

-- Where a post is outside, so that a shared link is recognised.
alter table mention add column link text;
update mention set link = post::json ->> 'link';
create index mention_link on mention (link, id);

-- What of a chat house is closed to us. until_at is null while it is.
create table closure (
  kind text not null,
  house text not null,
  id text not null,
  name text not null,
  why text not null,
  since bigint not null,
  until_at bigint,
  primary key (kind, house, id)
);
create index closure_running on closure (since) where until_at is null;

-- Questions that people inside put to an expert inside.
create table inquiry (
  id ${identity},
  draft text not null,
  reply text
);
