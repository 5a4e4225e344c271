-- Nearly empty is what a queue is most of the time, also when PostgreSQL counts its rows. Then any index
-- that fits is as good to it as any other, whatever else a query asks for, and through all that was
-- deleted since it reads the wrong one. So each query fits one index alone, by a condition that holds for
-- every row it is about and that no other query has.
drop index queue_due;
create index queue_due on queue (name, due_at, id) where head > 0 and due_at >= 0;
alter table queue drop constraint queue_name_key_key;
create unique index queue_key on queue (key, name) where attempts >= 0;
