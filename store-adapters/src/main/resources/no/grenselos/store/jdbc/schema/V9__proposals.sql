-- Answers that others inside have a say in; verdict is JSON, null while nobody decided.
create table proposal (
  answer bigint primary key references answer (id),
  ticket bigint not null references ticket (id),
  kind text not null,
  words text not null,
  made_at bigint not null,
  verdict text
);
create index proposal_ticket on proposal (ticket, answer);

-- What the assistant drafted for somebody; one a person and ticket, gone with the post. draft is JSON.
create table assistant_draft (
  ticket bigint not null references ticket (id),
  who text not null,
  draft text not null,
  primary key (ticket, who)
);
