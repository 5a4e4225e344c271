-- All there is to know of what was seen is its key: a table beside the index would hold it twice.
create table seen_keys (
  name text not null,
  key text not null,
  primary key (name, key)
) without rowid;
insert into seen_keys (name, key) select name, key from seen order by name, key;
drop table seen;
alter table seen_keys rename to seen;
