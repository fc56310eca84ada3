-- Makes the role and the database of Mobile Data Sync. Run once by a superuser; psql asks for the role's password:
--   sudo -u postgres psql -f create-database.sql
-- The application makes and changes its tables itself.
CREATE ROLE mobiledatasync LOGIN;
-- UTF8 whatever the cluster's default; template0 is the one template that takes another encoding.
CREATE DATABASE mobiledatasync OWNER mobiledatasync ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE mobiledatasync FROM PUBLIC;
\password mobiledatasync
