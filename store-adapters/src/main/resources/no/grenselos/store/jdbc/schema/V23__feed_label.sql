-- What a feed is of and costs, so that who does not have it can tell, and how many posts came of late.
-- A feed that was held before says it when it is held next.
alter table feed_state add column network text not null default 'unknown';
alter table feed_state add column price text;
alter table feed_state add column budget text;
alter table feed_state add column recent double precision not null default 0;
