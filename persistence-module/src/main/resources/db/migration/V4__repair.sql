-- A field that both sides changed differently (R3.6), and what a person chose for exactly these two values.
create sequence field_conflict_seq start with 50 increment by 50;
create table field_conflict (
  id bigint primary key,
  link_id bigint not null references crm_link (id) on delete cascade,
  field varchar(100) not null,
  base_value text,
  profile_value text not null,
  contact_value text not null,
  values_mark varchar(64) not null,
  since timestamp with time zone not null,
  choice varchar(30),
  chosen_by varchar(255),
  chosen_at timestamp with time zone,
  version integer not null,
  constraint field_conflict_field_key unique (link_id, field)
);

-- A contact that claims a number which others claim too (R1.4, R1.5), and what a person decided about it.
create sequence match_candidate_seq start with 50 increment by 50;
create table match_candidate (
  id bigint primary key,
  integration_id bigint not null references integration (id) on delete cascade,
  phone varchar(16) not null,
  contact_id varchar(18) not null,
  first_name varchar(255),
  last_name varchar(255),
  email varchar(255),
  source varchar(30) not null,
  seen_at timestamp with time zone not null,
  verdict varchar(30),
  decided_by varchar(255),
  decided_at timestamp with time zone,
  version integer not null,
  constraint match_candidate_contact_key unique (integration_id, phone, contact_id)
);
create index match_candidate_seen_idx on match_candidate (integration_id, source, seen_at);
