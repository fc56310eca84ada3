-- Who may sign in, and what they changed.
-- Sequences start at 50: JPA takes a number n as the block n-49 ... n.

create sequence app_user_seq start with 50 increment by 50;
create table app_user (
  id                   bigint       primary key,
  login                varchar(100) not null,
  password_hash        varchar(500) not null,
  role                 varchar(20)  not null,
  active               boolean      not null,
  must_change_password boolean      not null,
  failed_attempts      integer      not null,
  locked_until         timestamp with time zone,
  last_sign_in_at      timestamp with time zone,
  created_at           timestamp with time zone not null,
  version              integer      not null,
  constraint app_user_login_uk unique (login)
);

create sequence api_token_seq start with 50 increment by 50;
create table api_token (
  id           bigint       primary key,
  name         varchar(100) not null,
  token_hash   varchar(64)  not null,
  role         varchar(20)  not null,
  user_id      bigint       not null,
  created_at   timestamp with time zone not null,
  expires_at   timestamp with time zone,
  last_used_at timestamp with time zone,
  constraint api_token_hash_uk unique (token_hash),
  constraint api_token_user_fk foreign key (user_id) references app_user (id) on delete cascade
);
create index api_token_user_ix on api_token (user_id);

create sequence audit_entry_seq start with 50 increment by 50;
create table audit_entry (
  id       bigint       primary key,
  at       timestamp with time zone not null,
  who      varchar(255) not null,
  action   varchar(20)  not null,
  kind     varchar(50)  not null,
  subject  varchar(300) not null,
  changes  text
);
create index audit_entry_at_ix on audit_entry (at);
create index audit_entry_kind_ix on audit_entry (kind, at);
