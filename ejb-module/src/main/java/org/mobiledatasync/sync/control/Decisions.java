package org.mobiledatasync.sync.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mobiledatasync.sync.entity.CrmLink;
import org.mobiledatasync.sync.entity.FieldConflict;
import org.mobiledatasync.sync.entity.MatchCandidate;
import org.mobiledatasync.sync.entity.MatchVerdict;

/** What people were asked around one chunk of records, and what they decided. */
final class Decisions {
    private final Map<Long, List<FieldConflict>> conflicts;
    private final Map<String, List<MatchCandidate>> candidates = new HashMap<>();
    private final Map<String, NumberChoice> numbers;

    Decisions(Collection<FieldConflict> conflicts, Collection<MatchCandidate> candidates) {
        this.conflicts = conflicts.stream().collect(Collectors.groupingBy(FieldConflict::getLinkId));
        candidates.forEach(this::add);
        this.numbers = numberChoices(candidates);
    }

    /** What was decided about the numbers of these candidates; without those that nobody decided about. */
    static Map<String, NumberChoice> numberChoices(Collection<MatchCandidate> candidates) {
        Map<String, NumberChoice> choices = new HashMap<>();
        for (MatchCandidate candidate : candidates) {
            if (candidate.getVerdict() != null) {
                choices.merge(candidate.getPhone(), choice(candidate), NumberChoice::and);
            }
        }
        return choices;
    }

    private static NumberChoice choice(MatchCandidate candidate) {
        return candidate.getVerdict() == MatchVerdict.CHOSEN
                ? NumberChoice.ofChosen(candidate.getContactId())
                : NumberChoice.ofRejected(candidate.getContactId());
    }

    /** What was chosen for the fields of a pair. @param link null for no pair */
    ConflictChoices choices(CrmLink link) {
        Map<String, ConflictChoices.Choice> chosen = new TreeMap<>();
        for (FieldConflict conflict : link == null ? List.<FieldConflict>of() : conflictsOf(link)) {
            if (conflict.getChoice() != null) {
                chosen.put(conflict.getField(), new ConflictChoices.Choice(conflict.getChoice(), conflict.getMark()));
            }
        }
        return chosen.isEmpty() ? ConflictChoices.NONE : new ConflictChoices(chosen);
    }

    /** What was decided about a number; null for no number. */
    NumberChoice choice(String phone) {
        return numbers.getOrDefault(phone, NumberChoice.NONE);
    }

    List<FieldConflict> conflictsOf(CrmLink link) {
        return conflicts.getOrDefault(link.getId(), List.of());
    }

    List<MatchCandidate> candidatesFor(String phone) {
        return candidates.getOrDefault(phone, List.of());
    }

    void add(MatchCandidate candidate) {
        candidates
                .computeIfAbsent(candidate.getPhone(), phone -> new ArrayList<>())
                .add(candidate);
    }
}
