set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=${ENV=HTTP_ADDRESS}
