package org.mobiledatasync.sync.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mobiledatasync.sync.entity.Outcome;

/**
 * How many records changed in one way on either side.
 *
 * @param change the way: {@code created}, {@code updated}, {@code optedIn} or {@code optedOut}
 * @param profiles on our side, in this run
 * @param contacts in Salesforce, in this run
 * @param profilesLastDay on our side, in all runs of the last 24 hours
 * @param contactsLastDay in Salesforce, in all runs of the last 24 hours
 */
public record SideFigures(String change, long profiles, long contacts, long profilesLastDay, long contactsLastDay) {
    private static final List<Change> CHANGES = List.of(
            new Change("created", List.of(Outcome.PROFILE_CREATED), List.of(Outcome.CONTACT_CREATED)),
            new Change(
                    "updated",
                    List.of(Outcome.PROFILE_UPDATED, Outcome.PROFILE_AND_CONTACT_UPDATED),
                    List.of(Outcome.CONTACT_UPDATED, Outcome.PROFILE_AND_CONTACT_UPDATED)),
            new Change("optedIn", List.of(Outcome.OPTED_IN_CRM), List.of(Outcome.OPT_IN_EXPORTED)),
            new Change("optedOut", List.of(Outcome.OPTED_OUT_CRM), List.of(Outcome.OPT_OUT_EXPORTED)));

    private record Change(String name, List<Outcome> ofProfiles, List<Outcome> ofContacts) {}

    static List<SideFigures> of(Map<Outcome, Long> run, Map<Outcome, Long> lastDay) {
        return CHANGES.stream()
                .map(change -> new SideFigures(
                        change.name,
                        sum(run, change.ofProfiles.stream()),
                        sum(run, change.ofContacts.stream()),
                        sum(lastDay, change.ofProfiles.stream()),
                        sum(lastDay, change.ofContacts.stream())))
                .toList();
    }

    private static long sum(Map<Outcome, Long> counts, Stream<Outcome> outcomes) {
        return outcomes.mapToLong(outcome -> counts.getOrDefault(outcome, 0L)).sum();
    }
}
