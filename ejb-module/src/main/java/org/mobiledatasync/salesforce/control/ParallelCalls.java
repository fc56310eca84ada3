package org.mobiledatasync.salesforce.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.mobiledatasync.platform.control.Settings;

/** Lets a sync wait for several answers at once: what it does before a call and with the answer stays on its own thread. */
@ApplicationScoped
public class ParallelCalls {
    @Resource
    private ManagedExecutorService executor;

    /** An answer that is awaited. */
    public static final class Pending<T> {
        private final Future<T> answer;

        public Pending(Future<T> answer) {
            this.answer = answer;
        }

        /**
         * Waits for the answer; the client limits how long that is.
         *
         * @throws SalesforceFault as the call threw it
         */
        public T await() {
            try {
                return answer.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException fault) {
                    throw fault;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw SalesforceFault.answerLost("this server is stopping", e);
            }
        }
    }

    /** How many calls of one sync may be under way at a time. */
    public int most() {
        return Math.max(1, Settings.PARALLEL_CALLS.number());
    }

    public <T> Pending<T> begin(Callable<T> call) {
        return new Pending<>(executor.submit(call));
    }
}
