-- The last preview of an integration: what a nightly sync would do.
create sequence preview_seq start with 50 increment by 50;
create table preview (
  id bigint primary key,
  integration_id bigint not null references integration (id) on delete cascade,
  state varchar(20) not null,
  asked_by varchar(255) not null,
  asked_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  rows_done bigint not null,
  rows_total bigint not null,
  stop_requested boolean not null,
  message varchar(2000),
  findings text,
  constraint preview_integration_key unique (integration_id)
);

-- The last test of an integration's connection, for the configuration that it looked at.
create sequence connection_test_seq start with 50 increment by 50;
create table connection_test (
  id bigint primary key,
  integration_id bigint not null references integration (id) on delete cascade,
  integration_version integer not null,
  passed boolean not null,
  tested_at timestamp with time zone not null,
  constraint connection_test_integration_key unique (integration_id)
);
