-- Lists of profiles in their orders, and of those of a path.
create index profile_last_name_idx on profile (last_name, id);
create index profile_updated_idx on profile (updated_at, id);
create index profile_email_order_idx on profile (email, id);
drop index profile_email_idx;
create index subscription_path_idx on subscription (opt_in_path_id, profile_id);
