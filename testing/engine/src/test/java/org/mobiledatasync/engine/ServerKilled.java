package org.mobiledatasync.engine;

/** The server's process ended here. An error, so that no code of the engine takes it for a failure of its own work. */
final class ServerKilled extends Error {
    private static final long serialVersionUID = 1L;

    ServerKilled() {
        super("the server was killed", null, false, false);
    }
}
