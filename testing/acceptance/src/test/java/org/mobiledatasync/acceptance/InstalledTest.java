package org.mobiledatasync.acceptance;

import static org.mobiledatasync.acceptance.Administrator.json;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;

/**
 * Base of the tests of a server that is set up as an administrator would: one web opt-in path, and an active integration
 * with an empty organisation. One server for all tests of a class.
 */
abstract class InstalledTest {
    static Organisation organisation;
    static Server server;
    static Administrator admin;
    static long path;
    static long integration;

    @BeforeAll
    static void install(TestInfo test) {
        organisation = new Organisation();
        server = Server.startFresh(test.getTestClass().orElseThrow().getSimpleName(), organisation.origin());
        admin = new Administrator(server.api());
        path = admin.optInPath("Alerts");
        integration = admin.integration(organisation, json().add("webOptInPathId", path));
        admin.activate(integration);
        // The clock's own first run is over then, and the next is five minutes away from each of ours.
        admin.run(integration, "PUSH");
    }

    @AfterAll
    static void uninstall() {
        server.close();
        organisation.close();
    }
}
