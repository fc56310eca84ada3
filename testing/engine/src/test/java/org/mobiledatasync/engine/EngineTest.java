package org.mobiledatasync.engine;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Base of the tests on this stand: an organisation, and the machine of a first server, for all tests of a class. */
abstract class EngineTest {

    @TempDir
    static Path data;

    static Organisation organisation;

    @BeforeAll
    static void start() throws IOException {
        organisation = new Organisation();
        Surroundings.prepare(data.resolve("one"), organisation);
    }

    @AfterAll
    static void end() {
        organisation.close();
    }

    /** A deed of the first of those that it can be about. */
    static void take(TwoSystems world, Deed deed, int what) {
        deed.happen(world, world.observatory().look(), 0, what);
    }
}
