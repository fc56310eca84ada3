create sequence profile_seq start with 50 increment by 50;
create table profile (
  id bigint primary key,
  phone varchar(16) not null constraint profile_phone_key unique,
  first_name varchar(255),
  last_name varchar(255),
  email varchar(255),
  street1 varchar(1000),
  street2 varchar(1000),
  city varchar(255),
  state varchar(255),
  postal_code varchar(64),
  country varchar(255),
  custom_fields text,
  status varchar(30) not null,
  first_seen_type varchar(30) not null,
  first_seen_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  changed_here_at timestamp with time zone,
  consent_revision integer default 0 not null,
  version integer not null
);
create index profile_email_idx on profile (email);
create index profile_status_idx on profile (status, id);

create sequence campaign_seq start with 50 increment by 50;
create table campaign (
  id bigint primary key,
  name varchar(255) not null constraint campaign_name_key unique,
  status varchar(30) not null,
  created_at timestamp with time zone not null,
  version integer not null
);

create sequence opt_in_path_seq start with 50 increment by 50;
create table opt_in_path (
  id bigint primary key,
  campaign_id bigint not null references campaign (id),
  name varchar(255) not null,
  type varchar(30) not null,
  status varchar(30) not null,
  double_opt_in boolean not null,
  keyword varchar(64),
  welcome_message varchar(1600),
  confirm_message varchar(1600),
  created_at timestamp with time zone not null,
  version integer not null,
  constraint opt_in_path_name_key unique (campaign_id, name)
);

-- One subscription per profile and campaign, for ever (R4.5).
create sequence subscription_seq start with 50 increment by 50;
create table subscription (
  id bigint primary key,
  profile_id bigint not null references profile (id) on delete cascade,
  campaign_id bigint not null references campaign (id),
  opt_in_path_id bigint not null references opt_in_path (id),
  status varchar(30) not null,
  source varchar(30) not null,
  created_at timestamp with time zone not null,
  activated_at timestamp with time zone,
  opted_out_at timestamp with time zone,
  version integer not null,
  constraint subscription_profile_campaign_key unique (profile_id, campaign_id)
);
create index subscription_campaign_idx on subscription (campaign_id, status);

-- Append-only, and without a foreign key: events outlive the profile (R4.8).
create sequence consent_event_seq start with 50 increment by 50;
create table consent_event (
  id bigint primary key,
  phone varchar(16) not null,
  profile_id bigint,
  campaign_id bigint,
  opt_in_path_id bigint,
  occurred_at timestamp with time zone not null,
  actor varchar(255) not null,
  action varchar(30) not null,
  old_status varchar(30),
  new_status varchar(30),
  source varchar(30) not null,
  evidence varchar(4000),
  run_id bigint,
  constituent_id varchar(18)
);
create index consent_event_phone_idx on consent_event (phone, occurred_at);
create index consent_event_profile_idx on consent_event (profile_id, occurred_at);

-- Keyed by number: outlives the profile (R4.1).
create table suppression (
  phone varchar(16) primary key,
  since timestamp with time zone not null,
  source varchar(30) not null,
  evidence varchar(4000)
);

-- One Welcome per profile and path (R4.6).
create sequence outgoing_message_seq start with 50 increment by 50;
create table outgoing_message (
  id bigint primary key,
  profile_id bigint not null references profile (id) on delete cascade,
  phone varchar(16) not null,
  campaign_id bigint not null,
  opt_in_path_id bigint not null,
  kind varchar(30) not null,
  message_text varchar(1600) not null,
  state varchar(30) not null,
  not_before timestamp with time zone not null,
  created_at timestamp with time zone not null,
  state_at timestamp with time zone not null,
  error varchar(1000),
  constraint outgoing_message_once_key unique (profile_id, opt_in_path_id, kind)
);
create index outgoing_message_queue_idx on outgoing_message (state, not_before, id);
