package org.mobiledatasync.salesforce.control;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends a download from which nothing arrives any more: the JDK's client limits the wait for the headers of an answer, not
 * for the rest of its body.
 */
final class StallGuard implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StallGuard.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Executor LATER = CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS);

    private final InputStream body;
    private volatile boolean done;
    private volatile boolean moved;

    StallGuard(InputStream body) {
        this.body = body;
        watch();
    }

    /** Something arrived. */
    void alive() {
        moved = true;
    }

    private void watch() {
        LATER.execute(() -> {
            if (done) {
                return;
            }
            if (moved) {
                moved = false;
                watch();
            } else {
                end();
            }
        });
    }

    private void end() {
        try {
            // The blocked read then fails, and the download with it.
            body.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "event=download-close-failed", e);
        }
    }

    @Override
    public void close() {
        done = true;
    }
}
