package org.mobiledatasync.sync.control;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mobiledatasync.sync.control.NightlyLedger.Entry;
import org.mobiledatasync.sync.entity.Outcome;
import org.mobiledatasync.sync.entity.PreviewFindings.Sample;

/** Counts what a preview decides, and keeps a few records of each class to show. */
final class PreviewTally {
    static final int SAMPLES = 5;

    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private final Map<Outcome, List<Sample>> samples = new EnumMap<>(Outcome.class);
    private final Map<Long, Long> joins = new TreeMap<>();
    private long records;
    private long newProfiles;
    private long updates;
    private long optIns;

    /** @param effects what was decided for each of the entries, in their order */
    void add(List<Entry> entries, List<RecordEffects> effects) {
        for (int i = 0; i < entries.size(); i++) {
            add(entries.get(i).contact(), effects.get(i));
        }
    }

    private void add(ContactRecord contact, RecordEffects effects) {
        records++;
        counts.merge(effects.outcome(), 1L, Long::sum);
        newProfiles += effects.creates() ? 1 : 0;
        updates += effects.waitsForSalesforce() ? 1 : 0;
        if (effects.path() != null) {
            joins.merge(effects.path().id(), 1L, Long::sum);
            optIns += effects.path().asksFirst() || contact.isOptedIn() ? 0 : 1;
        }
        List<Sample> ofClass = samples.computeIfAbsent(effects.outcome(), outcome -> new ArrayList<>());
        if (ofClass.size() < SAMPLES) {
            ofClass.add(sample(contact, effects));
        }
    }

    private static Sample sample(ContactRecord contact, RecordEffects effects) {
        Map<String, String> values = contact.values().isEmpty() && effects.profile() != null
                ? effects.profile().values()
                : contact.values();
        String name = Stream.of("profile_first_name", "profile_last_name")
                .map(values::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return new Sample(
                effects.outcome(),
                contact.phone() == null ? contact.typedPhone() : contact.phone(),
                name,
                contact.contactId() == null ? contact.typedId() : contact.contactId(),
                effects.message(),
                List.copyOf(effects.changes()));
    }

    long records() {
        return records;
    }

    Map<Outcome, Long> counts() {
        return counts;
    }

    /** The samples, strongest class first. */
    List<Sample> samples() {
        return samples.values().stream().flatMap(List::stream).toList();
    }

    /** How many people would join, by the id of their path. */
    Map<Long, Long> joins() {
        return joins;
    }

    long newProfiles() {
        return newProfiles;
    }

    /** Contacts that the nightly sync itself would write to. */
    long updates() {
        return updates;
    }

    /** New subscribers whom Salesforce has as not opted in, and would be told of. */
    long optIns() {
        return optIns;
    }
}
