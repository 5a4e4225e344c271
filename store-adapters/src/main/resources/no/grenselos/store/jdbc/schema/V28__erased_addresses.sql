-- Whoever looks back looks at posts whose words are there: the others, in time most of all, need
-- not stand in the index.
drop index mention_received;
create index mention_received on mention (received_at, id) where erased_at is null;

-- The address of a post mostly has its author's name in it.
update mention set post = replace(post, '"' || link || '"', '"about:blank"'), link = null
  where erased_at is not null and link is not null;
update audit set detail = '' where what = 'link.brought';
