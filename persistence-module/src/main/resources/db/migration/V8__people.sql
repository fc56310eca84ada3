-- The time line of a number reads what was done to it by hand.
create index audit_entry_subject_ix on audit_entry (subject, at);
