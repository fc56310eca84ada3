package org.mobiledatasync.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mobiledatasync.platform.entity.Keyring;

/** The settings and files that a server finds on its machine. */
final class Surroundings {
    private Surroundings() {}

    /** Of a first server. */
    static void prepare(Path data, Organisation organisation) throws IOException {
        move(data);
        System.setProperty("SALESFORCE_ALLOWED_HOSTS", "http://" + organisation.authority());
        Keyring.open(data.resolve("secret-key.json"));
    }

    /** Servers that are started from now on have another data folder, and with it another identity; the key is the same. */
    static void move(Path data) throws IOException {
        Files.createDirectories(data);
        System.setProperty("DATA_DIR", data.toString());
    }
}
