package org.mobiledatasync.sync.control;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mobiledatasync.sync.control.ContactFate.Kind;
import org.mobiledatasync.sync.control.ContactFate.Survivor;

/** What Salesforce told of contacts and of those that they were merged into, put together to the fate of each. */
final class MergeChains {
    private final Map<String, Step> told = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    /**
     * A contact as Salesforce keeps it, living or in the bin.
     *
     * @param masterId what it was merged into; null when it was not
     * @param survivor how it is known, should it be the one that a merge left
     * @param optIn what its opt-in says; null when that can't be read
     * @param changedAt when it was last changed: for one in the bin, when it came there
     */
    record Step(boolean deleted, String masterId, Survivor survivor, Boolean optIn, OffsetDateTime changedAt) {}

    /** Notes what the answer to a question for these contacts told. */
    void note(List<String> contactIds, Map<String, Step> answer) {
        asked.addAll(contactIds);
        told.putAll(answer);
    }

    /** The contacts that these were merged into and that were not asked for yet. */
    Set<String> mastersOf(Map<String, Step> answer) {
        return answer.values().stream()
                .map(Step::masterId)
                .filter(master -> master != null && !asked.contains(master))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How many contacts were read. */
    long read() {
        return told.size();
    }

    /**
     * @param complete whether every chain was followed as far as chains are followed; otherwise the end of some is
     *     unknown for the time being
     * @return empty when it is unknown
     */
    Optional<ContactFate> fateOf(String contactId, boolean complete) {
        Step first = told.get(contactId);
        if (first == null) {
            return asked.contains(contactId) ? Optional.of(ContactFate.vanished()) : Optional.empty();
        }
        if (!first.deleted()) {
            return Optional.of(ContactFate.living());
        }
        Set<String> passed = new HashSet<>(Set.of(contactId));
        String next = first.masterId();
        while (next != null && told.containsKey(next) && passed.add(next)) {
            Step step = told.get(next);
            if (!step.deleted()) {
                return Optional.of(new ContactFate(Kind.MERGED, step.survivor(), first.optIn(), first.changedAt()));
            }
            next = step.masterId();
        }
        boolean endUnknown = next != null && !asked.contains(next) && !complete;
        return endUnknown
                ? Optional.empty()
                : Optional.of(new ContactFate(Kind.DELETED, null, first.optIn(), first.changedAt()));
    }
}
