-- The time line of a number reads what was done to it by hand.
create index audit_entry_subject_ix on audit_entry (subject, at);

-- A file of people that somebody imports, and how far it is.
create sequence profile_import_seq start with 50 increment by 50;
create table profile_import (
  id bigint primary key,
  file_name varchar(255) not null,
  uploaded_by varchar(255) not null,
  uploaded_at timestamp with time zone not null,
  encoding varchar(30) not null,
  headings text not null,
  state varchar(30) not null,
  column_fields text,
  region varchar(2),
  overwrite boolean not null,
  opt_in_path_id bigint references opt_in_path (id),
  consent_who varchar(200),
  consent_when varchar(200),
  consent_where varchar(2000),
  created bigint not null,
  changed bigint not null,
  unchanged bigint not null,
  refused bigint not null,
  opted_in bigint not null,
  asked bigint not null,
  blocked bigint not null,
  row_cursor bigint not null,
  rows_total bigint not null,
  finished_at timestamp with time zone,
  version integer not null
);

create sequence import_row_seq start with 500 increment by 500;
create table import_row (
  id bigint primary key,
  import_id bigint not null references profile_import (id) on delete cascade,
  row_number bigint not null,
  cells text not null,
  phone varchar(16),
  outcome varchar(30),
  consent varchar(30),
  reason varchar(1000),
  stored_at timestamp with time zone not null,
  constraint import_row_number_key unique (import_id, row_number)
);
create index import_row_phone_idx on import_row (import_id, phone);
create index import_row_stored_idx on import_row (stored_at);

insert into job (id, kind, next_run_at, paused, fencing_token, failures, version)
  values (nextval('job_seq'), 'PROFILE_IMPORT', timestamp with time zone '2026-01-01 00:00:00+00', false, 0, 0, 1);
