-- By what a pair is known again with which a nightly sync had nothing to do, and at which version of its profile.
alter table crm_link add column settled varchar(32);
alter table crm_link add column settled_version integer;
