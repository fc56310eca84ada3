# What makes a domain of Payara Server ours. Run by start.sh before anything listens, at every start; the domain keeps it.

# Only HTTP, where the environment says, and administration on this machine.
set configs.config.server-config.network-config.network-listeners.network-listener.http-listener-1.address=${ENV=HTTP_ADDRESS}
set configs.config.server-config.network-config.network-listeners.network-listener.http-listener-1.port=${ENV=HTTP_PORT}
# A proxy that does TLS says so by this header.
set configs.config.server-config.network-config.protocols.protocol.http-listener-1.http.scheme-mapping=X-Forwarded-Proto
set configs.config.server-config.network-config.network-listeners.network-listener.admin-listener.address=127.0.0.1
set configs.config.server-config.network-config.network-listeners.network-listener.http-listener-2.enabled=false
set configs.config.server-config.iiop-service.iiop-listener.orb-listener-1.enabled=false
set configs.config.server-config.iiop-service.iiop-listener.SSL.enabled=false
set configs.config.server-config.iiop-service.iiop-listener.SSL_MUTUALAUTH.enabled=false
set configs.config.server-config.admin-service.jmx-connector.system.enabled=false
set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
# Listing makes the configuration of JMS that a new domain lacks.
list-jms-hosts server-config
set configs.config.server-config.jms-service.type=DISABLED
disable-phone-home

# Refused, without harm, when the domain has them already. The domain stores the references, not the password.
create-jdbc-connection-pool --restype=java.sql.Driver --driverclassname=org.postgresql.Driver --steadypoolsize=1 --maxpoolsize=20 --isconnectvalidatereq=true --validateatmostonceperiod=30 --validationmethod=custom-validation --validationclassname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation --property url=${ENV\=DATABASE_URL}:user=${ENV\=DATABASE_USER}:password=${ENV\=DATABASE_PASSWORD} mobiledatasync
create-jdbc-resource --connectionpoolid=mobiledatasync jdbc/mobiledatasync
