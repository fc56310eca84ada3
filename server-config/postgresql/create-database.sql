-- Makes the role and the database of Mobile Data Sync; run once by a superuser, who is asked for the password:
--   psql -f create-database.sql
-- The application makes and changes its tables itself.
\prompt 'Password for mobiledatasync: ' password
CREATE ROLE mobiledatasync LOGIN PASSWORD :'password';
-- UTF8 whatever the cluster's default; template0 is the one template that takes another encoding.
CREATE DATABASE mobiledatasync OWNER mobiledatasync ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE mobiledatasync FROM PUBLIC;
