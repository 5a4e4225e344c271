-- What the answer brought about, null while nothing is told.
alter table tally add column effect text;

-- Most posts are nobody's, and only their number is told: so what counts them is small, and what
-- judges tickets and answers leaves them out. SQLite reads the table for a column that is asked for,
-- even where the index says what it is: so ticket and answered_at stand in those of open ones.
drop index tally_came;
drop index tally_part;
create index tally_came on tally (came_at);
create index tally_part on tally (goal, topic, came_at);
create index tally_open_came on tally (came_at, fate, promised_at, ticket, answered_at)
  where ticket is not null and answered_at is null;
create index tally_open_part on tally (goal, topic, came_at, fate, promised_at, ticket, answered_at)
  where ticket is not null and answered_at is null;
create index tally_answered_came on tally (came_at, answered_at, promised_at)
  where answered_at is not null;
create index tally_answered_part on tally (goal, topic, came_at, answered_at, promised_at)
  where answered_at is not null;
create index tally_effect on tally (goal, topic, effect, came_at) where effect is not null;

-- The same of people's doings: in the order in which they are told, so that nothing is sorted.
drop index offer_made;
drop index fact_asked_when;
drop index lesson_taught;
create index offer_ending on offer (ending, made_at);
create index offer_person on offer (expert, made_at, ending);
create index fact_asked_person on fact_asked (expert, asked_at);
create index lesson_counted on lesson (kind, topic, taught_at);
