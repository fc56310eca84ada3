package org.mobiledatasync.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mobiledatasync.engine.Sight.Contact;
import org.mobiledatasync.engine.Sight.Pair;
import org.mobiledatasync.engine.Sight.Person;

/** What must be so once nobody acts any more and the syncs had their time. */
final class Agreement {
    private final Sight sight;
    private final Memory memory;
    private final Observatory observatory;

    private Agreement(Sight sight, Memory memory, Observatory observatory) {
        this.sight = sight;
        this.memory = memory;
        this.observatory = observatory;
    }

    /** @throws AssertionError saying where the systems do not agree though the rules say that they do */
    static void check(Sight sight, Memory memory, Observatory observatory) {
        Agreement agreement = new Agreement(sight, memory, observatory);
        sight.people().values().forEach(agreement::check);
        sight.living().forEach(agreement::isKnown);
    }

    private void check(Person person) {
        Pair pair = sight.pairs().get(person.id());
        if (pair == null) {
            isExportable(person);
            return;
        }
        Contact contact = sight.contacts().get(pair.contactId());
        if (contact.deleted() || !person.phone().equals(contact.phone())) {
            return;
        }
        if (person.isOptedOut() && contact.optIn()) {
            throw new AssertionError("R4.3: the opt-out was lost: " + person + " " + contact + why(contact));
        }
        if (person.isActive() && !contact.optIn()) {
            throw new AssertionError("R4.4: the opt-in was not exported: " + person + " " + contact + why(contact));
        }
        if (!leftAlone(contact)) {
            agree(person, contact, pair);
        }
    }

    private void agree(Person person, Contact contact, Pair pair) {
        for (String[] field : Observatory.FIELDS) {
            String ours = person.values().get(field[0]);
            String theirs = contact.values().get(field[0]);
            String base = pair.base().get(field[0]);
            boolean erased = ours == null && theirs != null && theirs.equalsIgnoreCase(base)
                    || theirs == null && ours != null && ours.equalsIgnoreCase(base);
            boolean same = ours == null ? theirs == null : ours.equalsIgnoreCase(theirs);
            if (!same && !erased) {
                throw new AssertionError(
                        "R3: no agreement on " + field[0] + ": " + person + " " + contact + " " + pair + why(contact));
            }
        }
    }

    /** Who opted in, has an e-mail address and nobody like them in Salesforce is there now, once (R5.3). */
    private void isExportable(Person person) {
        String email = person.values().get("profile_email");
        boolean unique = sight.living().stream()
                .noneMatch(contact -> person.phone().equals(contact.phone())
                        || email != null
                                && email.equalsIgnoreCase(contact.values().get("profile_email")));
        if (person.isActive() && email != null && unique && !memory.wasLinked(person.id())) {
            throw new AssertionError("R5.3: no contact was made for " + person);
        }
    }

    /** A contact that opted in and is the only one of its number has its profile (R1.3, R2.1). */
    private void isKnown(Contact contact) {
        Collection<Contact> alike = contact.phone() == null ? List.of() : sight.livingOf(contact.phone());
        boolean free = sight.personOf(contact.phone() == null ? "" : contact.phone())
                .map(person -> sight.pairs().get(person.id()))
                .map(Pair::contactId)
                .map(sight.contacts()::get)
                .filter(other -> !other.id().equals(contact.id()))
                .isEmpty();
        if (contact.optIn()
                && alike.size() == 1
                && free
                && sight.pairOf(contact.id()).isEmpty()) {
            throw new AssertionError("R1.3: " + contact + " has no profile" + why(contact));
        }
    }

    private boolean leftAlone(Contact contact) {
        return observatory.lastOutcomesOf(contact.id()).stream()
                .anyMatch(outcome -> outcome.startsWith("FIELD_CONFLICT")
                        || outcome.startsWith("SKIPPED_MEMBERS")
                        || outcome.startsWith("NO_IMPORT"));
    }

    private String why(Contact contact) {
        return " reported as " + observatory.lastOutcomesOf(contact.id());
    }

    /** Whether nothing moves any more between two looks. */
    static boolean isQuiet(Sight before, Sight after) {
        return before.contacts().equals(after.contacts())
                && before.pairs().equals(after.pairs())
                && statuses(before).equals(statuses(after));
    }

    private static Map<Long, String> statuses(Sight sight) {
        return sight.people().values().stream()
                .collect(Collectors.toMap(Person::id, person -> person.status() + person.values()));
    }
}
