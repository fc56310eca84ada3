create sequence integration_seq start with 50 increment by 50;
create table integration (
  id bigint primary key,
  name varchar(255) not null constraint integration_name_key unique,
  active boolean not null,
  sync_type varchar(30) not null,
  auth_method varchar(30) not null,
  login varchar(255),
  password text,
  security_token text,
  api_host varchar(255),
  client_id varchar(1000),
  client_secret text,
  private_key text,
  default_first_name varchar(40),
  default_last_name varchar(80),
  source_code varchar(255),
  mobile_opt_in_field varchar(255),
  external_id_field varchar(255),
  custom_export_url varchar(2000),
  web_opt_in_path_id bigint references opt_in_path (id),
  daily_api_quota integer,
  notes varchar(4000),
  time_zone varchar(64) not null,
  nightly_at time not null,
  default_region varchar(2) not null,
  attention varchar(2000),
  attention_since timestamp with time zone,
  created_at timestamp with time zone not null,
  activated_at timestamp with time zone,
  version integer not null
);

create sequence field_mapping_seq start with 50 increment by 50;
create table field_mapping (
  id bigint primary key,
  integration_id bigint not null references integration (id) on delete cascade,
  field varchar(100) not null,
  api_field_name varchar(255),
  csv_heading varchar(255),
  required boolean not null,
  on_conflict varchar(30) not null,
  constraint field_mapping_field_key unique (integration_id, field)
);

create sequence opt_in_path_rule_seq start with 50 increment by 50;
create table opt_in_path_rule (
  id bigint primary key,
  integration_id bigint not null references integration (id) on delete cascade,
  position integer not null,
  heading varchar(255) not null,
  matched_value varchar(255) not null,
  opt_in_path_id bigint not null references opt_in_path (id)
);
create index opt_in_path_rule_integration_idx on opt_in_path_rule (integration_id, position);

-- One contact has at most one profile and one profile at most one contact per integration (R1.8).
create sequence crm_link_seq start with 50 increment by 50;
create table crm_link (
  id bigint primary key,
  integration_id bigint not null references integration (id) on delete cascade,
  profile_id bigint not null references profile (id) on delete cascade,
  contact_id varchar(18) not null,
  base_values text,
  based boolean not null,
  base_opt_in boolean,
  seen_row varchar(64),
  synced_at timestamp with time zone not null,
  fields_synced_at timestamp with time zone,
  created_at timestamp with time zone not null,
  version integer not null,
  constraint crm_link_contact_key unique (integration_id, contact_id),
  constraint crm_link_profile_key unique (integration_id, profile_id)
);
create index crm_link_profile_idx on crm_link (profile_id);

-- The latest unsent state of consent of one profile (R5.1).
create sequence outbound_change_seq start with 50 increment by 50;
create table outbound_change (
  id bigint primary key,
  integration_id bigint not null references integration (id) on delete cascade,
  profile_id bigint not null references profile (id) on delete cascade,
  opt_in boolean not null,
  created_at timestamp with time zone not null,
  not_before timestamp with time zone not null,
  revision integer not null,
  attempts integer not null,
  version integer default 1 not null,
  constraint outbound_change_profile_key unique (integration_id, profile_id)
);
create index outbound_change_order_idx on outbound_change (integration_id, opt_in, created_at);
create index outbound_change_profile_idx on outbound_change (profile_id);

create sequence sync_run_seq start with 50 increment by 50;
create table sync_run (
  id bigint primary key,
  integration_id bigint not null references integration (id) on delete cascade,
  kind varchar(30) not null,
  started_by varchar(30) not null,
  state varchar(30) not null,
  phase varchar(30) not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  progress_at timestamp with time zone not null,
  attempts integer not null,
  takeovers integer not null,
  export_requested_at timestamp with time zone,
  row_cursor bigint not null,
  rows_total bigint not null,
  seen bigint not null,
  reported bigint not null,
  footer_rows bigint not null,
  api_calls bigint not null,
  quota_used bigint not null,
  pending bigint not null,
  stop_requested boolean not null,
  message varchar(2000),
  outcome_counts text
);
create index sync_run_list_idx on sync_run (integration_id, started_at);
create index sync_run_state_idx on sync_run (state, kind);

-- A profile stays while an update of its contact waits: the update holds the report of its record back.
create sequence contact_update_seq start with 50 increment by 50;
create table contact_update (
  id bigint primary key,
  run_id bigint not null references sync_run (id) on delete cascade,
  integration_id bigint not null,
  profile_id bigint not null references profile (id),
  contact_id varchar(18) not null,
  field_values text,
  agreed_values text,
  opt_in boolean,
  outcome varchar(40) not null,
  local_outcome varchar(40),
  reason varchar(60) not null,
  message varchar(4000),
  changes text,
  seen_row varchar(64)
);
create index contact_update_run_idx on contact_update (run_id, id);
create index contact_update_profile_idx on contact_update (profile_id);

-- No run reports a record twice (R7.1).
create sequence record_outcome_seq start with 50 increment by 50;
create table record_outcome (
  id bigint primary key,
  run_id bigint not null references sync_run (id) on delete cascade,
  outcome varchar(40) not null,
  reason varchar(60) not null,
  message varchar(4000),
  record_key varchar(64) not null,
  profile_id bigint,
  phone varchar(64),
  first_name varchar(255),
  last_name varchar(255),
  email varchar(255),
  profile_status varchar(30),
  constituent_id varchar(64),
  changes text,
  occurred_at timestamp with time zone not null,
  constraint record_outcome_key unique (run_id, record_key)
);
create index record_outcome_class_idx on record_outcome (run_id, outcome, id);
create index record_outcome_profile_idx on record_outcome (profile_id, occurred_at);

create sequence quota_day_seq start with 50 increment by 50;
create table quota_day (
  id bigint primary key,
  integration_id bigint not null references integration (id) on delete cascade,
  quota_day date not null,
  used bigint not null,
  used_by_opt_outs bigint not null,
  other_calls bigint not null,
  salesforce_used bigint,
  salesforce_max bigint,
  constraint quota_day_key unique (integration_id, quota_day)
);

create sequence job_seq start with 50 increment by 50;
create table job (
  id bigint primary key,
  kind varchar(30) not null,
  integration_id bigint references integration (id) on delete cascade,
  next_run_at timestamp with time zone not null,
  paused boolean not null,
  lease_owner varchar(100),
  lease_until timestamp with time zone,
  fencing_token bigint not null,
  last_started_at timestamp with time zone,
  last_finished_at timestamp with time zone,
  failures integer not null,
  last_message varchar(2000),
  version integer not null,
  constraint job_integration_key unique (kind, integration_id)
);
-- The jobs of the whole server; those of an integration come with it.
insert into job (id, kind, next_run_at, paused, fencing_token, failures, version)
  values (nextval('job_seq'), 'OUTBOX', timestamp with time zone '2026-01-01 00:00:00+00', false, 0, 0, 1);
insert into job (id, kind, next_run_at, paused, fencing_token, failures, version)
  values (nextval('job_seq'), 'CLEANUP', timestamp with time zone '2026-01-01 00:00:00+00', false, 0, 0, 1);
create index job_due_idx on job (paused, next_run_at);
