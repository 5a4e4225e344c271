-- Looking back over the posts of some weeks, oldest first.
create index mention_received on mention (received_at, id);
