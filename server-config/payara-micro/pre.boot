set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=${ENV=HTTP_ADDRESS}
# A proxy that does TLS says so by this header.
set configs.config.server-config.network-config.protocols.protocol.http-listener.http.scheme-mapping=X-Forwarded-Proto
