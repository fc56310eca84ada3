package org.mobiledatasync.sync.web;

import java.util.Map;
import java.util.stream.Stream;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.SyncRun;

/** A run and how many of its records ended in each class, summed up for the list of runs. */
public record RunFigures(SyncRun run, Map<Outcome, Long> counts) {

    public long created() {
        return sum(Outcome.PROFILE_CREATED, Outcome.CONTACT_CREATED);
    }

    public long updated() {
        return sum(Outcome.PROFILE_UPDATED, Outcome.CONTACT_UPDATED, Outcome.PROFILE_AND_CONTACT_UPDATED);
    }

    public long optedOut() {
        return sum(Outcome.OPTED_OUT_CRM, Outcome.OPT_OUT_EXPORTED);
    }

    /** What went to Salesforce because of a change of consent. */
    public long sent() {
        return sum(Outcome.OPT_IN_EXPORTED, Outcome.OPT_OUT_EXPORTED, Outcome.CONTACT_CREATED);
    }

    /** How many records a person should look at. */
    public long needAttention() {
        return sum(Stream.of(Outcome.values()).filter(Outcome::needsAttention).toArray(Outcome[]::new));
    }

    /** Anything but 0 is a fault of ours (R8.1); a run at work is not closed yet. */
    public long balance() {
        return run.isRunning() ? 0 : run.balance();
    }

    long sum(Outcome... outcomes) {
        return Stream.of(outcomes)
                .mapToLong(outcome -> counts.getOrDefault(outcome, 0L))
                .sum();
    }
}
