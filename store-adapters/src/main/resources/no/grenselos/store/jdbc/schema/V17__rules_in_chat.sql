-- Who was looked at each time somebody was to be asked about a ticket, and why they were or not.
create table considered (
  id ${identity},
  ticket bigint not null,
  round text not null
);
create index considered_ticket on considered (ticket, id);
-- Changes of the rules that somebody else was faster than; they wait for what their author says.
create table rule_draft (
  id ${identity},
  draft text not null,
  ended_at bigint
);
