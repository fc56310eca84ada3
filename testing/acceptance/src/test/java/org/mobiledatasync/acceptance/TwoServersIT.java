package org.mobiledatasync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mobiledatasync.acceptance.Administrator.id;
import static org.mobiledatasync.acceptance.Administrator.json;
import static org.mobiledatasync.acceptance.Administrator.outcomes;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mobiledatasync.demo.ApiClient;

/**
 * Two servers over one PostgreSQL, killed at random moments while they sync. {@code -Dkills=20} asks for more kills,
 * {@code -Dkills.seed=7} for the same moments again.
 */
class TwoServersIT {
    private static final int CONTACTS = 2000;
    private static final int OPT_OUTS = 300;

    private final List<Server> servers = new ArrayList<>();
    private EmbeddedPostgres database;
    private Organisation organisation;

    @BeforeEach
    void startBothAtOnce() throws IOException {
        database = EmbeddedPostgres.start();
        organisation = new Organisation();
        List<CompletableFuture<Server>> starting = IntStream.range(0, 2)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> start(number, true)))
                .toList();
        starting.forEach(server -> servers.add(server.join()));
    }

    @AfterEach
    void stop() throws IOException {
        servers.forEach(Server::close);
        organisation.close();
        database.close();
    }

    private Server start(int number, boolean fresh) {
        return Server.start(
                fresh ? Server.freshFolder("two-" + number) : servers.get(number).data(),
                organisation.origin(),
                Map.of(
                        "DATABASE_URL", database.getJdbcUrl("postgres", "postgres"),
                        "DATABASE_USER", "postgres",
                        "SECRET_KEY_FILE", Server.freshFolder("two-key").resolve("secret-key.json").toString(),
                        "NODE_NAME", "node-" + number,
                        "LEASE_MINUTES", "1"));
    }
}
