package org.mobiledatasync.sync.control;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.mobiledatasync.sync.entity.MatchCandidate;
import org.mobiledatasync.sync.entity.MatchVerdict;

/**
 * What a person decided about the contacts that share a number (R1.4, R1.5). It says whose number it is, never whether it
 * may be texted: consent follows its own rules (R4.1).
 *
 * @param chosen the number's contact; null when nobody chose one
 * @param rejected contacts of which a person said that they are not the number's
 */
public record NumberChoice(String chosen, Set<String> rejected) {
    public static final NumberChoice NONE = new NumberChoice(null, Set.of());

    /** The choices among these candidates, by number. */
    static Map<String, NumberChoice> byPhone(Collection<MatchCandidate> candidates) {
        Map<String, NumberChoice> choices = new HashMap<>();
        for (MatchCandidate candidate : candidates) {
            if (candidate.getVerdict() != null) {
                choices.merge(candidate.getPhone(), of(candidate), NumberChoice::and);
            }
        }
        return choices;
    }

    private static NumberChoice of(MatchCandidate candidate) {
        return candidate.getVerdict() == MatchVerdict.CHOSEN
                ? new NumberChoice(candidate.getContactId(), Set.of())
                : new NumberChoice(null, Set.of(candidate.getContactId()));
    }

    private NumberChoice and(NumberChoice other) {
        Set<String> all = new HashSet<>(rejected);
        all.addAll(other.rejected);
        return new NumberChoice(chosen == null ? other.chosen : chosen, all);
    }

    public boolean isChosen(String contactId) {
        return contactId != null && contactId.equals(chosen);
    }

    /** Whether another contact was chosen, or this one rejected. */
    public boolean isAgainst(String contactId) {
        if (contactId == null) {
            return false;
        }
        return chosen == null ? rejected.contains(contactId) : !chosen.equals(contactId);
    }
}
