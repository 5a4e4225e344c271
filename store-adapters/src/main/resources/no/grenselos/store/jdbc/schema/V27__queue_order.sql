-- Most entries are the only one of their group and are found as its head: only those behind a head
-- need to stand in order. Groups have names in no order, so that each index less is a page less to
-- write for almost every entry.
drop index queue_order;
create index queue_order on queue (name, grp, id) where stage < 2 and head = 0;
