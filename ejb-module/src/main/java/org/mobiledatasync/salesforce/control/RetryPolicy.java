package org.mobiledatasync.salesforce.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Decides, for all calls, when one is tried again: only what can be repeated without harm comes here. */
@ApplicationScoped
public class RetryPolicy {

    /** Does the call, and again up to three times while {@link FaultCode.Remedy#RETRY} says that it can help. */
    @Retry(
            maxRetries = 3,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            jitter = 500,
            maxDuration = 8,
            durationUnit = ChronoUnit.MINUTES,
            retryOn = TemporaryFault.class)
    public <T> T call(Supplier<T> idempotent) {
        return idempotent.get();
    }
}
