-- As on PostgreSQL, whose reasons stand there.
drop index queue_due;
create index queue_due on queue (name, due_at, id) where head > 0 and due_at >= 0;
