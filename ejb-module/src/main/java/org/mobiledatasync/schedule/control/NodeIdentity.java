package org.mobiledatasync.schedule.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.mobiledatasync.platform.control.Settings;

/**
 * Who this server is among several on one database: a name that stays with its data folder, and a life that is new with
 * every start.
 */
@ApplicationScoped
public class NodeIdentity {
    private final String prefix;
    private final String owner;

    public NodeIdentity() {
        this(Settings.DATA_DIR.path().resolve("node-id"));
    }

    NodeIdentity(Path file) {
        prefix = read(file) + "/";
        owner = prefix + UUID.randomUUID();
    }

    /** What the owner names of all lives of this server begin with. */
    public String prefix() {
        return prefix;
    }

    /** The owner name of this life. */
    public String owner() {
        return owner;
    }

    private static String read(Path file) {
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new UncheckedIOException("The server's name can't be kept in " + file, e);
        }
    }
}
