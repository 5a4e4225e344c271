-- What people look for tickets by: one narrow row a ticket, so that looking through all of them
-- reads little. It repeats what stands elsewhere; words is taken away when the post is erased.
create table ticket_find (
  ticket bigint not null primary key references ticket (id),
  mention text not null,
  opened_at bigint not null,
  standing text not null,
  lane text not null,
  topic text,
  channel text not null,
  network text not null,
  language text not null,
  goal text,
  words text not null
);
create index ticket_find_mention on ticket_find (mention);
create index ticket_find_standing on ticket_find (standing, opened_at);
create index ticket_find_channel on ticket_find (channel, ticket);
create index ticket_find_topic on ticket_find (topic, ticket) where topic is not null;

-- A post with half a character in it is found by everything but its words: not every engine can
-- read those from JSON.
insert into ticket_find (ticket, mention, opened_at, standing, lane, topic, channel, network,
    language, goal, words)
select t.id, t.mention, t.opened_at, t.standing, t.lane, t.topic,
  coalesce(t.queue, t.terms${json} ->> 'channel', ''),
  coalesce(m.post${json} -> 'id' -> 'network' ->> 'name', ''),
  coalesce(m.reading${json} -> 'language' ->> 'code', 'und'),
  t.terms${json} ->> 'goal',
  case when m.id is null or m.erased_at is not null then ''
    else coalesce(substr(lower((m.post${json} -> 'author' ->> 'handle') || ' '
      || (m.post${json} -> 'author' ->> 'name') || ' ' || (m.post${json} ->> 'link') || ' '
      || (m.post${json} ->> 'text')), 1, 2000), '') end
from ticket t left join mention m
  on m.id = (select max(n.id) from mention n where n.mention = t.mention)
  and replace(replace(replace(m.post || m.reading, '\u0000', ''), '\uD', ''), '\ud', '')
    = m.post || m.reading;

create index audit_who on audit (who, id);
create index audit_happened on audit (happened_at, id);

-- What waits for a yes is in hand too: without it here, a queue would be found by reading all tickets.
drop index ticket_queue;
create index ticket_queue on ticket (queue, promised_at, id)
  where queue is not null
  and standing in ('Open', 'Offered', 'Claimed', 'Proposed', 'Drafted');
