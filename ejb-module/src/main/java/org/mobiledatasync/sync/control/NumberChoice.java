package org.mobiledatasync.sync.control;

import java.util.HashSet;
import java.util.Set;

/**
 * What a person decided about the contacts that share a number (R1.4, R1.5). It says whose number it is, never whether it
 * may be texted: consent follows its own rules (R4.1).
 *
 * @param chosen the number's contact; null when nobody chose one
 * @param rejected contacts of which a person said that they are not the number's
 */
public record NumberChoice(String chosen, Set<String> rejected) {
    public static final NumberChoice NONE = new NumberChoice(null, Set.of());

    static NumberChoice ofChosen(String contactId) {
        return new NumberChoice(contactId, Set.of());
    }

    static NumberChoice ofRejected(String contactId) {
        return new NumberChoice(null, Set.of(contactId));
    }

    /** Both decisions about one number. */
    NumberChoice and(NumberChoice other) {
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
