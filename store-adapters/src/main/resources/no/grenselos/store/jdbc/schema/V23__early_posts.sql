-- Posts that came in before the one they answer or quote: ids only, no words.
create table early_post (
  speaks_to text not null,
  mention text not null,
  seen_at bigint not null,
  primary key (speaks_to, mention)
);
