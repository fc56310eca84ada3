-- Until when a contact may come up in Salesforce that was made by a call whose answer was lost (R5.5).
alter table outbound_change add column in_doubt_until timestamp with time zone;
