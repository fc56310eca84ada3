package org.mobiledatasync.engine;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mobiledatasync.engine.Sight.Contact;

/**
 * Who was ever linked, every value that a profile or contact ever had, and how the contacts were since the export that
 * a killed run works on. An export that is read is older than what people do meanwhile, and what was written may be
 * seen late, so that a sync can bring an earlier value, but none that never was.
 */
final class Memory {
    private final Set<String> had = new HashSet<>();
    private final Set<Long> linked = new HashSet<>();
    private final Set<Contact> exported = new HashSet<>();
    private boolean nightlyIsOpen;

    /** @param nightlyIsOpen whether a nightly sync began and is not at its end */
    void note(Sight sight, boolean nightlyIsOpen) {
        if (!this.nightlyIsOpen) {
            exported.clear();
        }
        if (nightlyIsOpen) {
            exported.addAll(sight.living());
        }
        this.nightlyIsOpen = nightlyIsOpen;
        sight.people().values().forEach(person -> note(person.id(), person.values()));
        sight.contacts().values().forEach(contact -> note(contact.id(), contact.values()));
        linked.addAll(sight.pairs().keySet());
    }

    /** The contacts as a nightly sync that was killed, and goes on in this step, may have exported them. */
    Set<Contact> exported() {
        return Set.copyOf(exported);
    }

    /** Whether a profile ever had a contact. */
    boolean wasLinked(long profileId) {
        return linked.contains(profileId);
    }

    /** @param whose a profile's or contact's id; e-mail addresses are the same in any case */
    boolean had(Object whose, String field, String value) {
        return had.contains(entry(whose, field, value));
    }

    private void note(Object whose, Map<String, String> values) {
        values.forEach((field, value) -> had.add(entry(whose, field, value)));
    }

    private static String entry(Object whose, String field, String value) {
        return whose + " " + field + " " + value.toLowerCase(Locale.ROOT);
    }
}
