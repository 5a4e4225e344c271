-- Fit for what is due alone. Whoever looks for the head of a group was led here by PostgreSQL, when the
-- queue was nearly empty the last time it counted, and read all that was deleted since.
drop index queue_due;
create index queue_due on queue (name, due_at, id) where head = 1 and due_at >= 0;
