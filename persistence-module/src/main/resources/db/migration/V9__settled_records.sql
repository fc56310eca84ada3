-- The records of a run with which there was nothing to do, as bits over the ids of their links; part is the id divided by
-- 65536. A row for each would be most of the database (ADR 12).
create sequence settled_records_seq start with 50 increment by 50;
create table settled_records (
  id bigint primary key,
  run_id bigint not null references sync_run (id) on delete cascade,
  part bigint not null,
  link_bits bytea not null,
  record_count integer not null,
  occurred_at timestamp with time zone not null,
  constraint settled_records_part_key unique (run_id, part)
);
create index settled_records_age_idx on settled_records (occurred_at);

-- Whose a link was that ended: reports name records by the ids of their links.
create table former_link (
  id bigint primary key,
  integration_id bigint not null references integration (id) on delete cascade,
  profile_id bigint not null,
  contact_id varchar(18) not null,
  ended_at timestamp with time zone not null
);
create index former_link_contact_idx on former_link (integration_id, contact_id);
create index former_link_profile_idx on former_link (profile_id);
create index former_link_age_idx on former_link (ended_at);
