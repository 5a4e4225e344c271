-- What the insights count: one row a post. It holds no word of the post and nobody outside, so it
-- stays when the post is erased. goal and topic are empty for none; fate is why the ticket ended
-- without an answer, empty while it did not.
create table tally (
  post text not null primary key,
  came_at bigint not null,
  goal text not null,
  topic text not null,
  ticket bigint unique,
  fate text not null,
  promised_at bigint,
  -- of the first answer; comms: whether who was the communications' then, null where nobody noted
  answered_at bigint,
  who text,
  comms integer
);

-- JSON with escapes may hold what an engine refuses to take apart (half an emoji, a null character):
-- of such rows only what the ticket's own columns say is counted. What we write ourselves stands in
-- the text as it is, and cannot in anybody's words, whose quotation marks are escaped.
insert into tally (post, came_at, goal, topic, ticket, fate, promised_at, answered_at, who)
select p.mention, p.received_at,
    coalesce(
        case when replace(t.terms, '\u', '') = t.terms then t.terms${json} ->> 'goal' end,
        case when replace(p.decision, '\u', '') = p.decision
            then p.decision${json} -> 'terms' ->> 'goal' end,
        ''),
    coalesce(
        t.topic,
        case when replace(p.decision, '\u', '') = p.decision
            then p.decision${json} -> 'topic' ->> 'id' end,
        case when replace(p.reading, '\u', '') = p.reading
            then p.reading${json} -> 'topics' -> 0 -> 'topic' ->> 'id' end,
        ''),
    t.id,
    case when t.standing <> 'Closed' then ''
        when t.state like '%"reason":"MERGED"%' then 'MERGED'
        when t.state like '%"reason":"DELETED_OUTSIDE"%' then 'DELETED_OUTSIDE'
        when t.state like '%"reason":"TOO_OLD"%' then 'TOO_OLD'
        when t.id is null then ''
        else 'NOT_WORTH_ANSWERING' end,
    t.promised_at, a.answered_at, a.who
from mention p
    left join ticket t on t.mention = p.mention
    left join answered a on a.ticket = t.id
where p.id = (select min(r.id) from mention r where r.mention = p.mention)
    and p.post not like '%"kind":"RESHARE"%';

-- all that is counted of posts is in these, so that the table itself is not read
create index tally_came on tally (came_at, ticket, fate, promised_at, answered_at);
create index tally_part on tally
  (goal, topic, came_at, ticket, fate, promised_at, answered_at);
create index tally_answered on tally (answered_at, who, comms) where answered_at is not null;
create index tally_who on tally (who, answered_at) where who is not null;

create index offer_made on offer (made_at, ending, expert);
create index fact_asked_when on fact_asked (asked_at, expert);
create index lesson_taught on lesson (taught_at, kind, topic);
